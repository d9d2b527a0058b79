package page

import (
	"crypto/sha256"
	"encoding/base64"
	"strings"
)

// Policy is the content security policy of the folder: nothing from elsewhere, no inline script and
// no inline style. WebAssembly needs a word of its own.
const Policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
	"img-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; " +
	"form-action 'none'"

// policyMark stands where the policy comes in index.html.
const policyMark = "<!--policy-->"

func policyTag(policy string) string {
	return `<meta http-equiv="Content-Security-Policy" content="` + policy + `">`
}

// singlePolicy is the policy of a page in one file: scripts and styles with these texts only, and
// workers that the page makes of its own text.
func singlePolicy(scripts, styles []string) string {
	return "default-src 'none'; script-src" + hashes(scripts) + " 'wasm-unsafe-eval' blob:; " +
		"style-src" + hashes(styles) + "; img-src data: blob:; worker-src blob:; " +
		"base-uri 'none'; form-action 'none'"
}

func hashes(texts []string) string {
	var b strings.Builder
	for _, text := range texts {
		sum := sha256.Sum256([]byte(text))
		b.WriteString(" 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'")
	}
	return b.String()
}
