{{- define "common.pod.securityContext" -}}
runAsNonRoot: true
runAsUser: {{ .Values.podSecurityContext.runAsUser }}
fsGroup: {{ .Values.podSecurityContext.fsGroup }}
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "common.pod.containerSecurityContext" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: {{ .Values.podSecurityContext.readOnlyRootFilesystem }}
capabilities:
  drop:
    - ALL
{{- end }}

{{- define "common.pod.affinity" -}}
podAntiAffinity:
  preferredDuringSchedulingIgnoredDuringExecution:
    - weight: 100
      podAffinityTerm:
        topologyKey: kubernetes.io/hostname
        labelSelector:
          matchLabels:
            {{- include "common.labels.match" . | nindent 12 }}
{{- end }}

{{- define "common.pod.scheduling" -}}
{{- with .Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
affinity:
  {{- if .Values.affinity }}
  {{- tpl (toYaml .Values.affinity) . | nindent 2 }}
  {{- else }}
  {{- include "common.pod.affinity" . | nindent 2 }}
  {{- end }}
{{- with .Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- range .Values.topologySpread }}
{{- if eq . "zone" }}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: topology.kubernetes.io/zone
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "common.labels.match" $ | nindent 8 }}
{{- end }}
{{- end }}
{{- end }}

{{/* Environment variables: those of all charts, then those of the release. */}}
{{- define "common.pod.env" -}}
- name: POD_NAME
  valueFrom:
    fieldRef:
      fieldPath: metadata.name
- name: POD_NAMESPACE
  valueFrom:
    fieldRef:
      fieldPath: metadata.namespace
{{- range $name, $value := .Values.env }}
- name: {{ $name | upper | replace "-" "_" }}
  value: {{ tpl (toString $value) $ | quote }}
{{- end }}
{{- end }}
