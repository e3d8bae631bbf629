#!/usr/bin/env bash
# Start a control plane on loopback and print its kubeconfig's path.   up.sh BIN_DIR STATE_DIR [BASE_PORT]
# Three fake nodes, large enough for what all tests together leave behind, run pods through kwok. Stop it with down.sh STATE_DIR.
# Processes are children: they end with the caller's session.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd); bin=$(cd "$1" && pwd); state=$(mkdir -p "$2" && cd "$2" && pwd); port=${3:-16443}
token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
[ -f "$state/sa.key" ] || openssl genrsa -out "$state/sa.key" 2048 2>/dev/null
printf '%s,admin,admin,"system:masters"\n' "$token" > "$state/tokens.csv"
run() { local n=$1; shift; setsid "$bin/$n" "$@" > "$state/$n.log" 2>&1 < /dev/null & echo $! > "$state/$n.pid"; }
run etcd --data-dir "$state/etcd" --listen-client-urls "http://127.0.0.1:$((port+1))" --advertise-client-urls "http://127.0.0.1:$((port+1))" \
  --listen-peer-urls "http://127.0.0.1:$((port+2))" --initial-advertise-peer-urls "http://127.0.0.1:$((port+2))" \
  --initial-cluster "default=http://127.0.0.1:$((port+2))" --unsafe-no-fsync --log-level warn
run kube-apiserver --etcd-servers "http://127.0.0.1:$((port+1))" --bind-address 127.0.0.1 --secure-port "$port" --cert-dir "$state/certs" \
  --advertise-address 127.0.0.1 --endpoint-reconciler-type none --service-cluster-ip-range 10.96.0.0/16 --authorization-mode RBAC --token-auth-file "$state/tokens.csv" \
  --service-account-issuer https://kubernetes.default.svc --service-account-key-file "$state/sa.key" --service-account-signing-key-file "$state/sa.key" \
  --allow-privileged
cat > "$state/kubeconfig" <<K
apiVersion: v1
kind: Config
current-context: local
clusters: [{name: local, cluster: {server: "https://127.0.0.1:$port", insecure-skip-tls-verify: true}}]
users: [{name: admin, user: {token: "$token"}}]
contexts: [{name: local, context: {cluster: local, user: admin}}]
K
api() { curl -sk --max-time 5 -H "Authorization: Bearer $token" "$@"; }
for _ in $(seq 120); do [ "$(api "https://127.0.0.1:$port/readyz")" = ok ] && ready=1 && break; sleep 0.25; done
[ "${ready:-}" = 1 ] || { tail -5 "$state"/*.log >&2; echo "the API server did not become ready" >&2; exit 1; }
run kube-controller-manager --kubeconfig "$state/kubeconfig" --service-account-private-key-file "$state/sa.key" --leader-elect=false --bind-address 127.0.0.1 --secure-port $((port+3)) --cert-dir "$state/cm-certs"
run kube-scheduler --kubeconfig "$state/kubeconfig" --leader-elect=false --bind-address 127.0.0.1 --secure-port $((port+4)) --cert-dir "$state/sched-certs"
[ -f "$state/kubelet.crt" ] || openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=kubelet -addext 'subjectAltName=IP:127.0.0.1' -keyout "$state/kubelet.key" -out "$state/kubelet.crt" 2>/dev/null
mkdir -p "$state/logs"; for b in ready crash; do [ -f "$state/logs/$b.log" ] || printf '%s simulated log of a %s container\n' "$(date -u +%FT%TZ) stdout F" "$b" > "$state/logs/$b.log"; done
sed "s#@LOGS@#$state/logs#g" "$here/stages.yaml" > "$state/stages.yaml"
run kwok --kubeconfig "$state/kubeconfig" --node-lease-duration-seconds 40 --config "$state/stages.yaml" --manage-all-nodes=true --node-ip 127.0.0.1 --node-port $((port+5)) \
  --server-address "127.0.0.1:$((port+5))" --tls-cert-file "$state/kubelet.crt" --tls-private-key-file "$state/kubelet.key"
sleep 1.5
kill -0 "$(cat "$state/kwok.pid")" 2>/dev/null || { tail -n 5 "$state/kwok.log" >&2; exit 1; }
for i in 0 1 2; do
  api -X POST -H 'Content-Type: application/json' "https://127.0.0.1:$port/api/v1/nodes" -o /dev/null -d "{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"name\":\"node-$i\",\"labels\":{\"kubernetes.io/hostname\":\"node-$i\",\"topology.kubernetes.io/zone\":\"zone-$i\",\"kubernetes.io/os\":\"linux\"}},\"status\":{\"allocatable\":{\"cpu\":\"64\",\"memory\":\"256Gi\",\"ephemeral-storage\":\"100Gi\",\"pods\":\"500\"},\"capacity\":{\"cpu\":\"64\",\"memory\":\"256Gi\",\"ephemeral-storage\":\"100Gi\",\"pods\":\"500\"}}}"
done
echo "$state/kubeconfig"
