package file_test

import (
	"fmt"
	"log"

	"orglearn/metrics/study/file"
	"orglearn/metrics/study/kinds"
)

// A file becomes a study, and the study a plan.
func ExampleParse() {
	s, err := file.Parse("study.yaml", []byte(`
organizations: {hierarchy: {span: 4}, isolated: {}}
axes: {absorb: [.1, .2, .3]}
record: {score: [20, 50]}
`), kinds.All())
	if err != nil {
		log.Fatal(err)
	}
	p, err := s.Plan()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(p.Cells), "cells, the last:", p.Cells[5].Name())
	fmt.Println(p.Columns)

	_, err = file.Parse("study.yaml", []byte("organizations: {matrx: {}}\n"), kinds.All())
	fmt.Println(err)
	// Output:
	// 6 cells, the last: isolated absorb=0.3
	// [score at 20 score at 50]
	// study.yaml:1:1: the study has no record
	//     organizations: {matrx: {}}
	//     ^
	// study.yaml:1:17: organizations has no "matrx" (lab kinds lists all) (did you mean "matrix"?)
	//     organizations: {matrx: {}}
	//                     ^
}
