//go:build ignore

// Writes types.go: the generated type of every schema that an example is of.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

func main() {
	text, err := os.ReadFile("examples.json")
	if err != nil {
		panic(err)
	}
	var examples []struct{ Schema string }
	if err := json.Unmarshal(text, &examples); err != nil {
		panic(err)
	}
	var types strings.Builder
	types.WriteString("package main\n\nimport \"roundtrip/client\"\n\n")
	types.WriteString("var types = map[string]func() any{\n")
	seen := map[string]bool{}
	for _, example := range examples {
		if !seen[example.Schema] {
			seen[example.Schema] = true
			fmt.Fprintf(&types, "\t%q: func() any { return new(client.%s) },\n", example.Schema, example.Schema)
		}
	}
	types.WriteString("}\n")
	if err := os.WriteFile("types.go", []byte(types.String()), 0o644); err != nil {
		panic(err)
	}
}
