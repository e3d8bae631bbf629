{{/* The reference of an image: by digest if there is one. Takes image, global and chart. */}}
{{- define "common.images.image" -}}
{{- $registry := .image.registry -}}
{{- if .global }}
{{- if .global.imageRegistry }}
{{- $registry = .global.imageRegistry -}}
{{- end }}
{{- end }}
{{- $tag := .image.tag | default .chart.AppVersion | toString -}}
{{- if .image.digest }}
{{- printf "%s/%s@%s" $registry .image.repository .image.digest }}
{{- else }}
{{- printf "%s/%s:%s" $registry .image.repository $tag }}
{{- end }}
{{- end }}

{{- define "common.images.pullSecrets" -}}
{{- $names := list }}
{{- range ((.Values.global).imagePullSecrets) }}
{{- $names = append $names . }}
{{- end }}
{{- range .Values.image.pullSecrets }}
{{- $names = append $names . }}
{{- end }}
{{- if $names }}
imagePullSecrets:
{{- range $names | uniq }}
  - name: {{ . }}
{{- end }}
{{- end }}
{{- end }}
