// Reads and writes every documented example with the generated types.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"reflect"
)

func main() {
	text, err := os.ReadFile("examples.json")
	if err != nil {
		log.Fatal(err)
	}
	var examples []struct {
		Pointer, Schema string
		Value           json.RawMessage
	}
	if err := json.Unmarshal(text, &examples); err != nil {
		log.Fatal(err)
	}
	for _, example := range examples {
		read := types[example.Schema]()
		decoder := json.NewDecoder(bytes.NewReader(example.Value))
		// A property without a field is refused.
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(read); err != nil {
			log.Fatalf("%s: %v", example.Pointer, err)
		}
		written, err := json.Marshal(read)
		if err != nil {
			log.Fatalf("%s: %v", example.Pointer, err)
		}
		if !reflect.DeepEqual(plain(written), plain(example.Value)) {
			log.Fatalf("%s: %s is not %s", example.Pointer, written, example.Value)
		}
	}
	fmt.Println("round-tripped", len(examples))
}

// The value that a JSON text holds, with its numbers as they are written.
func plain(text []byte) any {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		log.Fatal(err)
	}
	return value
}
