{{- define "sampler.name" -}}
{{- $name := default .Chart.Name .Values.nameOverride -}}
{{- if contains $name .Release.Name }}
{{- $name = .Release.Name -}}
{{- else }}
{{- $name = printf "%s-%s" .Release.Name $name -}}
{{- end }}
{{- $name | trunc 63 | trimSuffix "-" -}}
{{- end }}
{{- define "sampler.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
{{ include "sampler.selector" . }}
{{- range $key, $value := merge (dict "from" "chart") .Values.labels }}
{{ $key }}: {{ $value | squote }}
{{- end }}
{{- end }}
{{- define "sampler.selector" -}}
app.kubernetes.io/name: {{ include "sampler.name" . }}
{{- end }}
