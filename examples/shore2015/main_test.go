package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orglearn/examples/internal/programtest"
)

// A row for each search and combination. The claim beside the ring, which has fewer contacts, is a
// target. The one at equal contact is shown: it does not come out.
func TestRows(t *testing.T) {
	folder := t.TempDir()
	all := programtest.Rows(t, run, folder, "-replicates", "20", "-check", "-k", "5,2")
	if got := strings.Join(all[0], ","); got !=
		"metric,network,parameter,value,people,tick,replicates,mean,se" {
		t.Errorf("columns %s", got)
	}
	for i, want := range []string{1: "efficiency,caveman,share,1,16,25,20,0.",
		4: "efficiency,ring,share,1,", 5: "theories,caveman,k,5,16,25,20,2",
		12: "theories,ring,k,2,"} {
		if got := strings.Join(all[i], ","); !strings.HasPrefix(got, want) {
			t.Errorf("row %d is %s, want %s first", i, got, want)
		}
	}
	if len(all) != 13 {
		t.Errorf("%d rows, want 13 with the header", len(all))
	}
	text, err := os.ReadFile(filepath.Join(folder, "targets.csv"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"efficiency: caveman less ring,>0,",
		"efficiency: caveman less rewired,>0,", "k = 2\",theories: ring less caveman,>0,",
		"k = 5\",theories: rewired less caveman,>0,"} {
		if n := strings.Count(string(text), want); n != 1 {
			t.Errorf("%q is there %d times in\n%s", want, n, text)
		}
	}
	programtest.Published(t, "shore2015", folder)
	programtest.Writes(t, "shore2015", folder, "caveman", "different facts per find", "period")
}

func TestMisuse(t *testing.T) {
	programtest.Refuses(t, run,
		programtest.Refusal{Args: "-people 15",
			Want: "15 people, want a multiple of ConnectedCaveman.Size (4)"},
		programtest.Refusal{Args: "-share 2", Want: "entry 1: 2 is not 0 to 1"},
		programtest.Refusal{Args: "-network star", Want: `entry 1: "star" is unknown, want ` +
			`caveman, hierarchy, rewired, ring`},
	)
}

func TestExplain(t *testing.T) {
	programtest.Explains(t, run, []string{"network=caveman share=1 people=16",
		"network=ring k=5 people=16"})
}
