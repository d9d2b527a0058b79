// Package memtest catches loops that touch memory which they were not given.
package memtest
