package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
)

// addEnums takes the enums from the source that the API server's own schemas are compiled from.
func addEnums(dir string, definitions map[string]*schema) error {
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, "pkg/generated/openapi/zz_generated.openapi.go"), nil, 0)
	if err != nil {
		return err
	}
	byFunction := map[string]*schema{}
	for name, definition := range definitions {
		byFunction["schema_"+functionName(name)] = definition
	}
	for _, declaration := range file.Decls {
		function, ok := declaration.(*ast.FuncDecl)
		if !ok || byFunction[function.Name.Name] == nil {
			continue
		}
		readEnums(function.Body, byFunction[function.Name.Name])
	}
	return nil
}

// functionName is how openapi-gen names the function of io.k8s.api.core.v1.Container: k8sio_api_core_v1_Container.
func functionName(definition string) string {
	parts := strings.Split(definition, ".")
	if parts[2] == "api" {
		parts = append([]string{"k8sio"}, parts[2:]...)
	} else {
		parts = parts[3:]
	}
	return strings.Join(parts, "_")
}

func readEnums(body ast.Node, definition *schema) {
	ast.Inspect(body, func(node ast.Node) bool {
		pair, ok := node.(*ast.KeyValueExpr)
		if !ok {
			return true
		}
		name, ok := pair.Key.(*ast.BasicLit)
		if !ok || name.Kind != token.STRING {
			return true
		}
		field, _ := strconv.Unquote(name.Value)
		property := definition.Properties[field]
		if values := enumIn(pair.Value); property != nil && len(values) > 0 {
			if property.Items != nil {
				property.Items.enum = values
			} else {
				property.enum = values
			}
		}
		return true
	})
}

func enumIn(property ast.Node) []string {
	var values []string
	ast.Inspect(property, func(node ast.Node) bool {
		pair, ok := node.(*ast.KeyValueExpr)
		if !ok {
			return true
		}
		key, ok := pair.Key.(*ast.Ident)
		if !ok || key.Name != "Enum" {
			return true
		}
		for _, element := range pair.Value.(*ast.CompositeLit).Elts {
			if literal, ok := element.(*ast.BasicLit); ok {
				value, _ := strconv.Unquote(literal.Value)
				values = append(values, value)
			}
		}
		return false
	})
	sort.Strings(values)
	return values
}

// lifecycle says in which minors an API version was introduced, deprecated and removed; 0 if it does not say.
type lifecycle struct {
	gvk
	introduced, deprecated, removed int
	replacement                     gvk
}

// readLifecycles reads every zz_generated.prerelease-lifecycle.go of a module.
func readLifecycles(dir string) ([]*lifecycle, error) {
	found := map[gvk]*lifecycle{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.Name() != "zz_generated.prerelease-lifecycle.go" {
			return err
		}
		group, err := groupName(filepath.Dir(path))
		if err != nil {
			return err
		}
		return readLifecycle(path, gvk{Group: group, Version: filepath.Base(filepath.Dir(path))}, found)
	})
	var all []*lifecycle
	for kind, known := range found {
		if !strings.HasSuffix(kind.Kind, "List") {
			all = append(all, known)
		}
	}
	return all, err
}

func readLifecycle(path string, version gvk, found map[gvk]*lifecycle) error {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		return err
	}
	for _, declaration := range file.Decls {
		function, ok := declaration.(*ast.FuncDecl)
		if !ok || function.Recv == nil {
			continue
		}
		kind := version
		kind.Kind = function.Recv.List[0].Type.(*ast.StarExpr).X.(*ast.Ident).Name
		known := found[kind]
		if known == nil {
			known = &lifecycle{gvk: kind}
			found[kind] = known
		}
		results := function.Body.List[0].(*ast.ReturnStmt).Results
		switch function.Name.Name {
		case "APILifecycleIntroduced":
			known.introduced = number(results[1])
		case "APILifecycleDeprecated":
			known.deprecated = number(results[1])
		case "APILifecycleRemoved":
			known.removed = number(results[1])
		case "APILifecycleReplacement":
			known.replacement = replacement(results[0])
		}
	}
	return nil
}

func number(expression ast.Expr) int {
	value, _ := strconv.Atoi(expression.(*ast.BasicLit).Value)
	return value
}

func replacement(expression ast.Expr) gvk {
	var result gvk
	for _, element := range expression.(*ast.CompositeLit).Elts {
		pair := element.(*ast.KeyValueExpr)
		value, _ := strconv.Unquote(pair.Value.(*ast.BasicLit).Value)
		switch pair.Key.(*ast.Ident).Name {
		case "Group":
			result.Group = value
		case "Version":
			result.Version = value
		case "Kind":
			result.Kind = value
		}
	}
	return result
}

// groupName reads the constant GroupName of a Go package.
func groupName(dir string) (string, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return "", err
	}
	for _, path := range files {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return "", err
		}
		name := ""
		ast.Inspect(file, func(node ast.Node) bool {
			if spec, ok := node.(*ast.ValueSpec); ok && spec.Names[0].Name == "GroupName" && len(spec.Values) == 1 {
				if literal, ok := spec.Values[0].(*ast.BasicLit); ok {
					name, _ = strconv.Unquote(literal.Value)
				}
			}
			return true
		})
		if name != "" {
			return name, nil
		}
	}
	return "", nil
}
