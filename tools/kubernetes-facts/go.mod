module plimsoll.dev/kubernetes-facts

go 1.26
