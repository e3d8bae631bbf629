package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// schema is the part of an OpenAPI schema that matters here.
type schema struct {
	Type       any
	Format     string
	Ref        string             `json:"$ref"`
	AllOf      []*schema          `json:"allOf"`
	OneOf      []*schema          `json:"oneOf"`
	Properties map[string]*schema `json:"properties"`
	Additional *schema            `json:"additionalProperties"`
	Items      *schema
	Required   []string
	Default    json.RawMessage
	ListType   string   `json:"x-kubernetes-list-type"`
	ListKeys   []string `json:"x-kubernetes-list-map-keys"`
	MapType    string   `json:"x-kubernetes-map-type"`
	MergeKey   string   `json:"x-kubernetes-patch-merge-key"`
	Strategy   string   `json:"x-kubernetes-patch-strategy"`
	Kinds      []gvk    `json:"x-kubernetes-group-version-kind"`

	enum []string // from the generated Go source: the documents leave them out
}

type gvk struct{ Group, Version, Kind string }

type resource struct {
	gvk
	definition   string
	plural       string
	namespaced   bool
	byDefault    bool
	verbs        map[string]bool
	subresources map[string]bool
}

type minorFacts struct {
	definitions map[string]*schema
	resources   []*resource
}

// The one beta version of these minors that a cluster serves without being asked: it is older than the rule that
// beta APIs are off. See legacyBetaEnabledByDefaultResources in k8s.io/kubernetes/pkg/controlplane/instance.go.
var servedBeta = map[string]bool{"flowcontrol.apiserver.k8s.io/v1beta3": true}

type operation struct {
	Action string `json:"x-kubernetes-action"`
	Kind   gvk    `json:"x-kubernetes-group-version-kind"`
}

func readMinor(dir string) (*minorFacts, error) {
	var document struct {
		Definitions map[string]*schema
		Paths       map[string]map[string]json.RawMessage
	}
	if err := readJSON(filepath.Join(dir, "api/openapi-spec/swagger.json"), &document); err != nil {
		return nil, err
	}
	if err := addDefaults(dir, document.Definitions); err != nil {
		return nil, err
	}
	if err := addEnums(dir, document.Definitions); err != nil {
		return nil, err
	}
	resources, err := readPaths(document.Paths, document.Definitions)
	return &minorFacts{document.Definitions, resources}, err
}

func readJSON(path string, into any) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, into)
}

// addDefaults takes the defaults from the OpenAPI 3 documents; version 2 has none.
func addDefaults(dir string, definitions map[string]*schema) error {
	paths, err := filepath.Glob(filepath.Join(dir, "api/openapi-spec/v3/*.json"))
	if err != nil {
		return err
	}
	for _, path := range paths {
		var document struct {
			Components struct{ Schemas map[string]*schema }
		}
		if err := readJSON(path, &document); err != nil {
			return err
		}
		for name, definition := range document.Components.Schemas {
			known := definitions[name]
			if known == nil {
				continue
			}
			for field, property := range definition.Properties {
				if target := known.Properties[field]; target != nil && says(property.Default) {
					target.Default = property.Default
				}
			}
		}
	}
	return nil
}

// says reports whether a default is more than Go's zero value of the field.
func says(value json.RawMessage) bool {
	switch string(value) {
	case "", "null", "{}", "[]", `""`, "0", "false":
		return false
	}
	return true
}

// readPaths learns from the paths which kinds are resources, their scope, verbs and subresources.
func readPaths(paths map[string]map[string]json.RawMessage, definitions map[string]*schema) ([]*resource, error) {
	byName := map[string]*resource{}
	for path, operations := range paths {
		place, ok := parsePath(path)
		if !ok {
			continue
		}
		for method, raw := range operations {
			if method == "parameters" {
				continue
			}
			var operation operation
			if err := json.Unmarshal(raw, &operation); err != nil {
				return nil, err
			}
			if operation.Action == "" {
				continue
			}
			key := place.groupVersion + "/" + place.plural
			known := byName[key]
			if known == nil {
				known = &resource{plural: place.plural, verbs: map[string]bool{}, subresources: map[string]bool{}}
				byName[key] = known
			}
			if place.subresource != "" {
				known.subresources[place.subresource] = true
				continue
			}
			known.gvk = operation.Kind
			known.namespaced = known.namespaced || place.namespaced
			known.verbs[verb(operation.Action)] = true
		}
	}
	names := map[gvk]string{}
	for name, definition := range definitions {
		for _, kind := range definition.Kinds {
			if old := names[kind]; old == "" || name < old {
				names[kind] = name
			}
		}
	}
	var resources []*resource
	for key, known := range byName {
		known.definition = names[known.gvk]
		if known.definition == "" {
			continue
		}
		groupVersion := key[:strings.LastIndex(key, "/")]
		known.byDefault = servedBeta[groupVersion] || !strings.ContainsAny(known.Version, "ab")
		resources = append(resources, known)
	}
	sort.Slice(resources, func(i, j int) bool { return resources[i].sortKey() < resources[j].sortKey() })
	return resources, nil
}

func (r *resource) sortKey() string { return r.Group + "/" + r.Version + "/" + r.Kind + "/" + r.plural }

func verb(action string) string {
	switch action {
	case "post":
		return "create"
	case "put":
		return "update"
	case "watchlist":
		return "watch"
	}
	return action
}

type place struct {
	groupVersion, plural, subresource string
	namespaced                        bool
}

// parsePath reads /api/v1/namespaces/{namespace}/pods/{name}/log and its likes.
func parsePath(path string) (place, bool) {
	parts := strings.Split(strings.Trim(path, "/"), "/")
	var result place
	switch {
	case len(parts) > 2 && parts[0] == "api":
		result.groupVersion, parts = parts[1], parts[2:]
	case len(parts) > 3 && parts[0] == "apis":
		result.groupVersion, parts = parts[1]+"/"+parts[2], parts[3:]
	default:
		return result, false
	}
	if parts[0] == "watch" {
		return result, false
	}
	if len(parts) > 2 && parts[0] == "namespaces" && parts[1] == "{namespace}" {
		result.namespaced, parts = true, parts[2:]
	}
	result.plural = parts[0]
	if len(parts) > 2 {
		result.subresource = parts[2]
	}
	return result, true
}
