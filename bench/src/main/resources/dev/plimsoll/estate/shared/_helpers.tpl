{{- define "@chart@.fullname" -}}
{{- include "common.names.fullname" . }}
{{- end }}

{{- define "@chart@.labels" -}}
{{ include "common.labels.standard" . }}
app.kubernetes.io/component: @chart@
{{- end }}

{{- define "@chart@.selectorLabels" -}}
{{ include "common.labels.match" . }}
app.kubernetes.io/component: @chart@
{{- end }}

{{- define "@chart@.image" -}}
{{- include "common.images.image" (dict "image" .Values.image "global" .Values.global "chart" .Chart) }}
{{- end }}

{{/* Annotations that roll the pods when what they read has changed. */}}
{{- define "@chart@.checksums" -}}
checksum/config: {{ include (print $.Template.BasePath "/configmap.yaml") . | sha256sum }}
checksum/secret: {{ include (print $.Template.BasePath "/secret.yaml") . | sha256sum }}
{{- end }}
