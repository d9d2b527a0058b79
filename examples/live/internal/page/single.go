package page

import (
	"encoding/base64"
	"regexp"
	"strings"
)

// modules are the files of the page in the order in which they need each other.
var modules = []string{"words.js", "frame.js", "link.js", "colors.js", "focus.js", "network.js",
	"curves.js", "readings.js", "engine.js", "controls.js", "lessons.js", "keep.js", "main.js"}

var (
	imports = regexp.MustCompile(`(?m)^import [^;]*;\n`)
	exports = regexp.MustCompile(`(?m)^export `)
	links   = regexp.MustCompile(`(?m)^\s*<(link rel="stylesheet"|script) [^>]*>(</script>)?\n`)
)

// script returns all modules as one script. Their top-level names are all different.
func (s Site) script() string {
	var b strings.Builder
	b.Write(s["vendor/uPlot.iife.min.js"])
	b.WriteString("\n(() => {\n'use strict';\n")
	for _, name := range modules {
		text := imports.ReplaceAllString(string(s[name]), "")
		b.WriteString(exports.ReplaceAllString(text, ""))
	}
	b.WriteString("})();\n")
	return inline(b.String())
}

// inline keeps a script from ending before its end.
func inline(script string) string { return strings.ReplaceAll(script, "</script", `<\/script`) }

// Single returns the page as one file, which opens from disk.
func (s Site) Single() []byte {
	return s.one(map[string]string{
		"catalog.json": string(s["catalog.json"]),
		"live.wasm.gz": base64.StdEncoding.EncodeToString(s["live.wasm.gz"]),
		"worker.js":    string(s["wasm_exec.js"]) + "\n" + string(s["worker.js"]),
	})
}

// saved returns the page of a saved run: without the library, and with a place for the run.
func (s Site) saved() []byte { return s.one(map[string]string{"saved": "null"}) }

// one returns a page with data in it. Scripts of a type that no browser runs are data.
func (s Site) one(data map[string]string) []byte {
	styles := []string{string(s["vendor/uPlot.min.css"]), string(s["style.css"])}
	script := s.script()
	var tail strings.Builder
	write := func(name, text string) {
		tail.WriteString(`<script type="text/plain" id="` + name + `">` + inline(text) +
			"</script>\n")
	}
	for _, name := range []string{"catalog.json", "live.wasm.gz", "worker.js"} {
		if text, ok := data[name]; ok {
			write(name, text)
		}
	}
	for _, name := range []string{"words.en.json", "lessons.en.json"} {
		write(name, string(s[name]))
	}
	tail.WriteString("<script>" + script + "</script>\n")
	if run, ok := data["saved"]; ok { // last: a file that was cut off can still say so
		write("saved", run)
	}
	text := links.ReplaceAllString(string(s["index.html"]), "")
	text = strings.Replace(text, policyTag(Policy), policyTag(singlePolicy([]string{script},
		styles)), 1)
	text = strings.Replace(text, "</head>", "<style>"+styles[0]+"</style>\n<style>"+styles[1]+
		"</style>\n</head>", 1)
	return []byte(strings.Replace(text, "</body>", tail.String()+"</body>", 1))
}
