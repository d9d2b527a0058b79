//go:build js

package pane

// bundledText is not embedded here: a module with it would be 130 kB larger. See Organizations.
var bundledText string

// UseOrganizations gives Catalog.Organizations to a program in a browser, before anything else.
func UseOrganizations(text string) { bundledText = text }
