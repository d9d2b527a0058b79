// Package memtest catches loops that touch memory outside their arguments.
package memtest
