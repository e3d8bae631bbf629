package main

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"sort"
	"strings"
)

// The form is read by dev.plimsoll.kubernetes.schema.FactsFile; docs/decisions/0006-kubernetes-facts.md describes it.
const magic = "PLK1"

// The tags of types.
const (
	tagAny = iota
	tagBoolean
	tagInt32
	tagInt64
	tagNumber
	tagString
	tagIntOrString
	tagQuantity
	tagTime
	tagObject
	tagMap
	tagList
	tagReference
)

// Definitions that JSON has in another form than their schema says.
var special = map[string]byte{
	"io.k8s.apimachinery.pkg.api.resource.Quantity":   tagQuantity,
	"io.k8s.apimachinery.pkg.util.intstr.IntOrString": tagIntOrString,
	"io.k8s.apimachinery.pkg.apis.meta.v1.Time":       tagTime,
	"io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime":  tagTime,
}

type facts struct {
	versions    []string
	definitions map[string]map[string]int // name -> encoded body -> minors
	resources   map[string]int            // encoded -> minors
	lifecycles  []*lifecycle
	strings     map[string]int
	names       []string
}

func newFacts() *facts {
	return &facts{definitions: map[string]map[string]int{}, resources: map[string]int{}, strings: map[string]int{}}
}

func (f *facts) add(bit int, version string, minor *minorFacts) {
	f.versions = append(f.versions, strings.TrimPrefix(version, "v"))
	for _, name := range sorted(minor.definitions) {
		if _, ok := special[name]; ok {
			continue
		}
		body := f.body(minor.definitions[name])
		if f.definitions[name] == nil {
			f.definitions[name] = map[string]int{}
		}
		f.definitions[name][body] |= 1 << bit
	}
	for _, r := range minor.resources {
		var out buffer
		f.kind(&out, r.gvk)
		out.number(f.text(r.definition))
		out.number(f.text(r.plural))
		out.number(flag(r.namespaced, 1) | flag(r.byDefault, 2))
		f.texts(&out, sorted(r.verbs))
		f.texts(&out, sorted(r.subresources))
		f.resources[out.String()] |= 1 << bit
	}
}

func (f *facts) body(s *schema) string {
	var out buffer
	f.schema(&out, s)
	return out.String()
}

func (f *facts) schema(out *buffer, s *schema) {
	switch {
	case s.Ref != "":
		name := strings.TrimPrefix(s.Ref, "#/definitions/")
		if tag, ok := special[name]; ok {
			out.WriteByte(tag)
			return
		}
		out.WriteByte(tagReference)
		out.number(f.text(name))
	case len(s.Properties) > 0:
		out.WriteByte(tagObject)
		f.properties(out, s)
	case s.Additional != nil:
		out.WriteByte(tagMap)
		f.schema(out, s.Additional)
	case s.Type == "array":
		out.WriteByte(tagList)
		f.texts(out, s.ListKeys)
		out.number(map[string]int{"": 0, "atomic": 1, "set": 2, "map": 3}[s.ListType])
		f.schema(out, s.Items)
	default:
		f.scalar(out, s)
	}
}

func (f *facts) scalar(out *buffer, s *schema) {
	switch {
	case s.Type == "boolean":
		out.WriteByte(tagBoolean)
	case s.Type == "integer" && s.Format == "int64":
		out.WriteByte(tagInt64)
	case s.Type == "integer":
		out.WriteByte(tagInt32)
	case s.Type == "number":
		out.WriteByte(tagNumber)
	case s.Type == "string" && s.Format == "int-or-string":
		out.WriteByte(tagIntOrString)
	case s.Type == "string":
		out.WriteByte(tagString)
		out.number(f.text(s.Format))
		f.texts(out, s.enum)
	default: // an object without properties, or no type at all: raw JSON
		out.WriteByte(tagAny)
	}
}

func (f *facts) properties(out *buffer, s *schema) {
	required := map[string]bool{}
	for _, name := range s.Required {
		required[name] = true
	}
	out.number(flag(s.MapType == "atomic", 1))
	out.number(len(s.Properties))
	for _, name := range sorted(s.Properties) {
		property := s.Properties[name]
		out.number(f.text(name))
		out.number(flag(required[name], 1) | flag(says(property.Default), 2) | flag(property.MergeKey != "", 4) | flag(property.Strategy != "", 8))
		if says(property.Default) {
			out.number(f.text(string(property.Default)))
		}
		if property.MergeKey != "" {
			out.number(f.text(property.MergeKey))
		}
		if property.Strategy != "" {
			out.number(f.text(property.Strategy))
		}
		f.schema(out, property)
	}
}

func (f *facts) kind(out *buffer, kind gvk) {
	out.number(f.text(kind.Group))
	out.number(f.text(kind.Version))
	out.number(f.text(kind.Kind))
}

func (f *facts) texts(out *buffer, values []string) {
	out.number(len(values))
	for _, value := range values {
		out.number(f.text(value))
	}
}

// text gives the number of a string.
func (f *facts) text(value string) int {
	number, ok := f.strings[value]
	if !ok {
		number = len(f.names)
		f.strings[value] = number
		f.names = append(f.names, value)
	}
	return number
}

func (f *facts) encode() []byte {
	var body buffer
	f.encodeVersions(&body)
	f.encodeResources(&body)
	f.encodeLifecycles(&body)
	f.encodeDefinitions(&body)
	var table buffer
	table.number(len(f.names))
	for _, name := range f.names {
		table.number(len(name))
		table.WriteString(name)
	}
	var packed bytes.Buffer
	packed.WriteString(magic)
	writer, _ := flate.NewWriter(&packed, flate.BestCompression)
	for _, part := range []*buffer{&table, &body} {
		writer.Write(part.Bytes())
	}
	writer.Close()
	return packed.Bytes()
}

func (f *facts) encodeVersions(out *buffer) {
	out.number(len(f.versions))
	for _, version := range f.versions {
		out.number(f.text(version))
	}
}

func (f *facts) encodeResources(out *buffer) {
	out.number(len(f.resources))
	for _, resource := range sorted(f.resources) {
		out.number(f.resources[resource])
		out.WriteString(resource)
	}
}

func (f *facts) encodeLifecycles(out *buffer) {
	sort.Slice(f.lifecycles, func(i, j int) bool {
		a, b := f.lifecycles[i], f.lifecycles[j]
		return a.Group+"/"+a.Version+"/"+a.Kind < b.Group+"/"+b.Version+"/"+b.Kind
	})
	out.number(len(f.lifecycles))
	for _, known := range f.lifecycles {
		f.kind(out, known.gvk)
		out.number(known.introduced)
		out.number(known.deprecated)
		out.number(known.removed)
		f.kind(out, known.replacement)
	}
}

func (f *facts) encodeDefinitions(out *buffer) {
	out.number(len(f.definitions))
	for _, name := range sorted(f.definitions) {
		out.number(f.text(name))
		variants := f.definitions[name]
		out.number(len(variants))
		for _, body := range sorted(variants) {
			out.number(variants[body])
			out.number(len(body))
			out.WriteString(body)
		}
	}
}

type buffer struct{ bytes.Buffer }

func (b *buffer) number(value int) {
	b.Write(binary.AppendUvarint(nil, uint64(value)))
}

func flag(set bool, bit int) int {
	if set {
		return bit
	}
	return 0
}

func sorted[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}
