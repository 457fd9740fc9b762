// Package samples reads every sample with generated types and writes it again.
package samples

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"os"
)

// Sample is an instance of a component: its JSON text and the name of its schema.
type Sample struct{ Pointer, Schema, Text string }

// Read returns the samples in examples.json.
func Read() []Sample {
	text, err := os.ReadFile("examples.json")
	if err != nil {
		log.Fatal(err)
	}
	var samples []Sample
	if err := json.Unmarshal(text, &samples); err != nil {
		log.Fatal(err)
	}
	return samples
}

// Return writes returned.jsonl: what each sample is after its type has read and written it.
func Return(types map[string]func() any) {
	file, err := os.Create("returned.jsonl")
	if err != nil {
		log.Fatal(err)
	}
	out := bufio.NewWriter(file)
	for _, sample := range Read() {
		written, err := roundTrip(types[sample.Schema](), sample.Text)
		if err != nil {
			fmt.Fprintln(out, "!", err)
			continue
		}
		fmt.Fprintf(out, "%s\n", written)
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}

func roundTrip(value any, text string) ([]byte, error) {
	decoder := json.NewDecoder(bytes.NewReader([]byte(text)))
	// A property without a field is refused.
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(value); err != nil {
		return nil, err
	}
	return json.Marshal(value)
}
