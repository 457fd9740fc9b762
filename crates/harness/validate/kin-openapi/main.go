// Prints a line for every document that kin-openapi refuses, and then the number of documents.
package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

func main() {
	for _, file := range os.Args[1:] {
		if err := validate(file); err != nil {
			fmt.Printf("%s: %s\n", file, strings.Join(strings.Fields(err.Error()), " "))
		}
	}
	fmt.Println("checked", len(os.Args)-1)
}

func validate(file string) error {
	loader := openapi3.NewLoader()
	document, err := loader.LoadFromFile(file)
	if err != nil {
		return err
	}
	return document.Validate(loader.Context)
}
