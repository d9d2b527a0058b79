package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orglearn/examples/internal/programtest"
	"orglearn/metrics"
	"orglearn/sim"
)

func TestRows(t *testing.T) {
	all := programtest.Rows(t, run, t.TempDir(), "-kind", "none,unattended", "-setting", "isolated",
		"-asking", "4", "-every", "1,3", "-turbulence", ".02", "-turnover", ".03", "-until", "5",
		"-fade", ".1", "-early", "4", "-ticks", "12", "-replicates", "3")
	want := "kind,setting,asking,turbulence,every,turnover,until,fade,early,ticks,replicates," +
		"early_social_mean,early_social_se,early_best_mean,early_best_se,early_newcomers_mean," +
		"early_newcomers_se,social_mean,social_se,best_mean,best_se,newcomers_mean," +
		"newcomers_se,said_mean,entries_mean,wrong_mean,outdated_mean,age_mean,share_mean," +
		"novices_read,novices_meet,veterans_read,veterans_meet,below_read,below_meet,above_read," +
		"above_meet"
	if got := strings.Join(all[0], ","); got != want {
		t.Errorf("columns %s, want %s", got, want)
	}
	for i, row := range all[1:] {
		want := []string{"none", "unattended"}[i/2] + ",isolated,4,0.02," +
			[]string{"1", "3"}[i%2] + ",0.03,5,0.1,4,12,3,"
		if got := strings.Join(row, ","); !strings.HasPrefix(got, want) {
			t.Errorf("row %d is %s, want %s first", i+1, got, want)
		}
		if empty := row[24] == ""; len(row) != len(all[0]) || empty != (i < 2) {
			t.Errorf("row %d: %v", i+1, row)
		}
	}
	if len(all) != 5 {
		t.Errorf("%d rows, want 5 with the header", len(all))
	}
}

// Without parameters the program runs five kinds under eight conditions, and draws them. A
// parameter that is given leaves one arm without a repository.
func TestDefault(t *testing.T) {
	if testing.Short() {
		t.Skip("it runs all arms")
	}
	folder := t.TempDir()
	if all := programtest.Rows(t, run, folder, "-replicates", "2"); len(all) != 41 {
		t.Errorf("%d rows, want 40 and the header", len(all))
	}
	for _, name := range []string{"repository.png", "repository.svg", "manifest.json"} {
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
			t.Error(err)
		}
	}
}

func TestOneArm(t *testing.T) {
	all := programtest.Rows(t, run, t.TempDir(), "-ticks", "40", "-replicates", "2")
	if len(all) != 2 || !strings.HasPrefix(strings.Join(all[1], ","),
		"none,communities,0,0,1,0,30,0,30,40,2,") {
		t.Errorf("rows %v", all)
	}
}

// The table has its three parts, and the text says what is shown and what the arms share.
func TestText(t *testing.T) {
	r, text := newRepositories(), new(strings.Builder)
	r.Stdout = text
	const flags = "-kind none,open,curated -every 1,4 -turbulence .01 -turnover .05 " +
		"-setting threes,communities -early 3 -ticks 30 -replicates 4 -out "
	if err := r.run(t.Context(), strings.Fields(flags+t.TempDir())); err != nil {
		t.Fatal(err)
	}
	// 2·2·2·3 by kind, 2·(3·3+2·2) by calendar and 2·2·3 by experience
	programtest.Says(t, text.String(),
		"the 62 intervals of differences hold together", "that meet every 4 ticks",
		"What meeting every 4 ticks changes", "What a tick of reading is worth", "Verdict.",
		"Calendar, threes, the best of each unit", "Haas and Hansen", "What is written at the end",
		"Match: in every arm", "One can hear 2.0 people there, and all 29")
}

// Without a repository the setting is as it is without this program, with own trials. A forum is an
// open repository that keeps nothing, and an unattended one is open until nobody writes.
func TestKinds(t *testing.T) {
	score := func(o organization) float64 {
		m, err := sim.New(o.scenario(), 1, 0)
		if err != nil || m.Run() != nil {
			t.Fatal(err, m.Err())
		}
		return metrics.Score.Of(m)
	}
	for _, setting := range settings {
		o := organization{kind: open, setting: setting, every: 1, ticks: 15, until: 15}
		late, lost, empty := o, o, o
		late.kind, lost.fade, empty.kind = unattended, 1, forum
		if score(o) != score(late) || score(lost) != score(empty) || score(o) == score(lost) {
			t.Errorf("%s: %v open and %v attended to the end, %v losing all and %v in a forum",
				setting, score(o), score(late), score(lost), score(empty))
		}
	}
}

func TestMisuse(t *testing.T) {
	programtest.Refuses(t, run,
		programtest.Refusal{Args: "-kind wiki", Want: `entry 1: "wiki" is unknown`},
		programtest.Refusal{Args: "-setting ring", Want: `entry 1: "ring" is unknown`},
		programtest.Refusal{Args: "-asking 17", Want: "entry 1: 17 is not 0 to 16"},
		programtest.Refusal{Args: "-fade 2", Want: "entry 1: 2 is not 0 to 1"},
		programtest.Refusal{Args: "-until 0", Want: "entry 1: 0 is not 1 to"},
		programtest.Refusal{Args: "-every 0", Want: "entry 1: 0 is not 1 to"},
		programtest.Refusal{Args: "-early 50 -ticks 40", Want: "-early is 50, want 1 to 40"},
	)
}

func TestExplain(t *testing.T) {
	const rest = " communities asking 0 every 1 rates 0 0 until 30 fade 0 of 100"
	programtest.Explains(t, run, []string{none + rest, open + rest}, "-kind", "none,open")
}

// The program prints what its section of examples/README.md says came out.
func TestAsTold(t *testing.T) { programtest.AsToldInCourse(t, 6, "repository", run) }
