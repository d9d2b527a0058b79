package roster

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"
)

var testKey = []byte("a secret of many characters")

// TestPseudonym: a pseudonym is the first 50 bits of the HMAC-SHA256, five to a letter.
func TestPseudonym(t *testing.T) {
	mac := hmac.New(sha256.New, testKey)
	mac.Write([]byte("ann"))
	sum := mac.Sum(nil)
	const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	want := "P-"
	for i := range 10 {
		bits := 0
		for k := range 5 {
			at := 5*i + k
			bits = bits<<1 | int(sum[at/8]>>(7-at%8)&1)
		}
		if i == 5 {
			want += "-"
		}
		want += letters[bits : bits+1]
	}
	if got := pseudonym(testKey, "ann"); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	seen := map[string]bool{}
	for i := range 50_000 {
		seen[pseudonym(testKey, fmt.Sprint(i))] = true
	}
	if len(seen) != 50_000 {
		t.Errorf("%d pseudonyms of 50,000", len(seen))
	}
}

// TestReadKey: what is no key is refused in one sentence that does not repeat it.
func TestReadKey(t *testing.T) {
	for text, want := range map[string]string{
		"": "is empty", " \n\n": "is empty", "secret": "has 6 characters",
		"id,pseudonym\nann,P1\nbob,P2\n": "has 3 lines",
		strings.Repeat("ab", 20):         "only 2 different",
		strings.Repeat("abcdefg", 1000):  "more than 4096 characters",
	} {
		_, err := ReadKey("key.txt", strings.NewReader(text))
		if err == nil || !strings.Contains(err.Error(), want) ||
			!strings.HasPrefix(err.Error(), "key.txt: the key ") || strings.Contains(err.Error(),
			"secret;") {
			t.Errorf("%q: %v", text, err)
			continue
		}
		checkOneLine(t, err)
	}
	for _, text := range []string{string(testKey), string(testKey) + "\r\n",
		"\ufeff" + string(testKey)} {
		key, err := ReadKey("key.txt", strings.NewReader(text))
		if err != nil || !bytes.Equal(key, testKey) {
			t.Errorf("%q, %v", key, err)
		}
	}
	if _, err := ReadKey("k", bytes.NewReader([]byte("\x00\xff\n23456789abcdef\x80"))); err != nil {
		t.Error(err)
	}
}

// checkNoID checks that a text holds none of the ids of the people of TestPseudonyms.
func checkNoID(t *testing.T, name, text string) {
	t.Helper()
	for _, id := range []string{"ann", "bob", "kim", "x17", "zoe", "Ann Smith", "a@firm"} {
		if strings.Contains(text, id) {
			t.Errorf("%s holds %q: %s", name, id, text)
		}
	}
}

const (
	keyedPeople = "id,name,department,manager,mail\nann,Ann Smith,X,,a@firm\n" +
		"bob,Bob,X,ann,b@firm\nkim,Kim,Y,ann,k@firm\n"
	keyedTies = "from,to,weight\nann,bob,1\nbob,ann,2\nkim,ann,1\nbob,kim,1\nbob,bob,1\n" +
		"ann,x17,1\n"
)

// TestPseudonyms: with a key no id is in the report, in the first rows or in a file.
func TestPseudonyms(t *testing.T) {
	o := Reader{Key: testKey}
	r := mustRead(t, o, keyedPeople, keyedTies, "")
	i := r.Import()
	people, ties, reports := writeFiles(t, r)
	for name, text := range map[string]string{"the report": i.String(), "people": string(people),
		"first rows": fmt.Sprint(i.Heads), "ties": string(ties), "reports": string(reports)} {
		checkNoID(t, name, text)
	}
	code := pseudonym(testKey, "ann")
	if p, ok := r.Person(code); !ok || p != 0 || !strings.Contains(string(ties), code) {
		t.Errorf("person %d, %v, ties %s", p, ok, ties)
	}
	if got := i.Heads[0].Rows[1]; got[0] != pseudonym(testKey, "bob") || got[1] != "(hidden)" ||
		got[2] != "X" || got[3] != code {
		t.Errorf("row %q", got)
	}
	if text := string(people); !strings.HasPrefix(text, "id,department\n"+code+",X\n") {
		t.Errorf("people %s", text)
	}
	if i.UnknownIDs[0] != pseudonym(testKey, "x17") {
		t.Errorf("unknown %q", i.UnknownIDs)
	}
	checkRoundTrip(t, Reader{}, r)
	plain := mustRead(t, Reader{}, keyedPeople, keyedTies, "")
	if fmt.Sprint(r.ties) != fmt.Sprint(plain.ties) {
		t.Error("the ties differ")
	}
}

// TestErrorsWithPseudonyms: with a key no error holds an id.
func TestErrorsWithPseudonyms(t *testing.T) {
	const people = "id,manager\nann,\nbob,ann\nkim,ann\n"
	for _, c := range []struct{ people, ties, reports string }{
		{people: "id\nann\nbob\nann\n"},
		{people: "ann,bob,kim\nbob,kim,ann\n"},
		{people: "id\n\"an\nn\"\n"},
		{people: people, ties: "from,to\nx17,zoe\nann,bob\n"},
		{people: people, ties: "from,to\nann,ann\n"},
		{people: people, ties: "ann,bob\nbob,kim\n"},
		{people: people, ties: "from,to,weight\nann,bob,kim\n"},
		{people: people, ties: "ego,q1,q2\nx17,zoe,zoe\nzoe,zoe,zoe\nx18,zoe,zoe\n"},
		{people: people, ties: "from,to\nann,bob\n", reports: "from,to\nann,bob\nbob,ann\n"},
		{people: people, ties: "from,to\nann,bob\n", reports: "from,to\nann,ann\n"},
		{people: people, ties: "from,to\nann,bob\n", reports: "from,to\nann,bob\nann,kim\n"},
		{people: people, ties: "from,to\nann,bob\n", reports: "from,to\nann,zoe\n"},
		{people: "id,manager\nann,zoe\nbob,\n"},
	} {
		o := Reader{Key: testKey}
		_, err := o.Read(file(c.people), file(c.ties), file(c.reports))
		if err == nil {
			t.Errorf("%q is read", c)
			continue
		}
		checkNoID(t, "the error", err.Error())
	}
	o := Reader{Key: testKey, Match: []string{"case"}}
	_, err := o.Read(file("id\nann\nANN\n"), nil, nil)
	if err == nil || strings.Contains(strings.ToLower(err.Error()), `"ann"`) {
		t.Error(err)
	}
	if _, err := (Reader{Key: []byte("short")}).Read(file(people), nil, nil); err == nil {
		t.Error("a short key is accepted")
	}
}
