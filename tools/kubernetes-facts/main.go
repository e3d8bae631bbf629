// Command kubernetes-facts extracts what the engine needs to know about the Kubernetes API.
//
//	go run . OUTPUT
//
// It downloads the Go modules that are named below (through Go's own module proxy and checksum database) and reads the
// OpenAPI documents and generated sources in them. It keeps facts alone: names, types, formats, enums, defaults,
// required fields, keys of lists, scopes, verbs, and when an API version comes and goes. No description is copied.
// The same modules give the same bytes.
package main

import (
	"fmt"
	"os"
)

// One patch release per minor, oldest first. A new minor is a new line here and another run.
var kubernetes = []string{
	"v1.31.14", "v1.32.13", "v1.33.13", "v1.34.4", "v1.35.4", "v1.36.3", "v1.37.2",
}

// The modules whose sources say when a beta or alpha version was introduced, deprecated and removed.
var lifecycleModules = []string{
	"k8s.io/api@v0.37.2", "k8s.io/apiextensions-apiserver@v0.37.2", "k8s.io/kube-aggregator@v0.37.2",
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: kubernetes-facts OUTPUT")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(output string) error {
	facts := newFacts()
	for bit, version := range kubernetes {
		dir, err := module("k8s.io/kubernetes@" + version)
		if err != nil {
			return err
		}
		minor, err := readMinor(dir)
		if err != nil {
			return fmt.Errorf("%s: %w", version, err)
		}
		facts.add(bit, version, minor)
	}
	for _, name := range lifecycleModules {
		dir, err := module(name)
		if err != nil {
			return err
		}
		lifecycles, err := readLifecycles(dir)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		facts.lifecycles = append(facts.lifecycles, lifecycles...)
	}
	return os.WriteFile(output, facts.encode(), 0o644)
}
