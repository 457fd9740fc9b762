//go:build ignore

// Writes FOLDER/main.go, which returns every sample by the types of the package FOLDER/client.
//
//	go run write_main.go FOLDER
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"roundtrip/samples"
)

func main() {
	folder := os.Args[1]
	var text strings.Builder
	fmt.Fprintf(&text, "package main\n\nimport (\n\t\"roundtrip/%s/client\"\n\t\"roundtrip/samples\"\n)\n\n", folder)
	text.WriteString("func main() {\n\tsamples.Return(map[string]func() any{\n")
	seen := map[string]bool{}
	for _, sample := range samples.Read() {
		if name := sample.Schema; !seen[name] {
			seen[name] = true
			fmt.Fprintf(&text, "\t\t%q: func() any { return new(client.%s) },\n", name, name)
		}
	}
	text.WriteString("\t})\n}\n")
	if err := os.WriteFile(filepath.Join(folder, "main.go"), []byte(text.String()), 0o644); err != nil {
		panic(err)
	}
}
