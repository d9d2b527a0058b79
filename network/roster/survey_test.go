package roster

import (
	"fmt"
	"strings"
	"testing"
)

// survey is a survey in wide form: people 1 to n answer with what answer gives for person i and
// question k, both from 0.
func survey(head string, n, questions int, answer func(i, k int) string) string {
	var b strings.Builder
	b.WriteString(head + "\n")
	for i := range n {
		fmt.Fprintf(&b, "%d", i+1)
		for k := range questions {
			b.WriteString(";" + answer(i, k))
		}
		b.WriteString("\n")
	}
	return b.String()
}

// TestSurveys: columns that name colleagues are told from answers to questions.
func TestSurveys(t *testing.T) {
	const both = "a>b b>a"
	scale := func(i, k int) string { return fmt.Sprint((i+k)%5 + 1) }
	ring := func(i, k int) string { return fmt.Sprint((i+k)%12 + 1) }
	words := func(i, k int) string { return []string{"agree", "disagree", "NA"}[(i+k)%3] }
	for _, k := range []kind{
		{name: "names", ties: "name,q1,q2\na,b,\nb,a,NA\n", want: both,
			says: `a node list: "name" names those in the columns "q1" to "q2"`},
		{name: "answers of a scale", ties: survey("id;q1;q2;q3", 12, 3, scale),
			says: `the columns "q1" to "q3" hold answers, as "1", "2", "3", and no names`},
		{name: "answers in words", ties: survey("id;Frage 1;Frage 2", 12, 2, words),
			says: `hold answers, as "agree", "disagree"`},
		{name: "answers in sentences", says: "hold answers", ties: survey("id;q1;q2", 5, 2,
			func(i, k int) string { return strings.Repeat("So it is. ", 9) + fmt.Sprint(i, k) })},
		{name: "answers before names", want: "1>2 2>3 3>1", says: `columns "a1" to "a2"`,
			ties: "id;q1;q2;a1;a2\n1;5;5;2;\n2;5;4;3;\n3;4;4;1;\n"},
		{name: "several kinds of names", want: both, says: `"Q2_1" to "Q2_2" name people too`,
			ties: "id,Q1_1,Q1_2,Q2_1,Q2_2\na,b,,b,\nb,a,,,a\n"},
		{name: "the second kind", options: Reader{Columns: Columns{To: "q2_1"}}, want: "b>a",
			ties: "id,Q1_1,Q1_2,Q2_1,Q2_2\na,b,,,\nb,a,,,a\n"},
		{name: "a question as the header", want: both,
			ties: "Name,Whom do you ask? [1],Whom do you ask? [2]\na,b,\nb,a,\n"},
		{name: "ordinals", ties: "Naam;Eerste collega;Tweede collega\na;b;\nb;a;\n", want: both},
		{name: "numbers in front", ties: "Name,1. colleague,2. colleague\na,b,\nb,a,\n",
			want: both},
		{name: "names behind a time", want: both, says: `"Your name" names those`,
			ties: "Timestamp,Your name,q1,q2\n10:00,a,b,\n10:01,b,a,\n"},
		{name: "the first without a number", ties: "ego,alter,alter2\na,b,c\n", want: "a>b a>c"},
		{name: "the same header", ties: "ego,alter,alter\na,b,c\n", says: "is there twice"},
		{name: "the same header, by pandas", ties: "ego,alter,alter.1\na,b,c\n", want: "a>b a>c"},
		{name: "pairs with numbers", ties: "weight,person1,person2\n1,a,b\n2,b,c\n",
			want: "a>b b>c*2"},
		{name: "Qualtrics", want: both, ties: "name,Q1_1,Q1_2\nYour name,Whom,\"Whom, 2\"\n" +
			"\"{\"\"ImportId\"\":\"\"a\"\"}\",\"{}\",\"{}\"\na,b,\nb,a,\n"},
		{name: "a grid of names", want: both, says: "matrix", ties: "Name,Whom do you ask? [a]," +
			"Whom do you ask? [b],Whom do you ask? [c]\na,,x,\nb,x,,no\n"},
		{name: "many people", want: "10>11 11>12 12>1 1>2 2>3 3>4 4>5 5>6 6>7 7>8 8>9 9>10",
			ties: survey("id;q1;q2", 12, 2, func(i, k int) string {
				if k == 0 {
					return ""
				}
				return ring(i, k)
			})},
	} {
		k.check(t)
	}
}

// TestRosterTellsNames: with people, the columns that name them are ties, whatever they are called.
func TestRosterTellsNames(t *testing.T) {
	k := kind{people: abc, ties: "id,v1,v2,v3,v4\na,5,5,b,c\nb,5,4,a,\nc,4,5,,\n",
		want: "a>b b>a"}
	k.says, k.want = `"v1" to "v4"`, "a>b a>c b>a"
	k.options.Partial = true
	k.check(t)
}
