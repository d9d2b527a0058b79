package roster

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"orglearn/network/internal/table"
	"orglearn/network/internal/words"
)

// Columns names the columns of the files, in upper or lower case. A name that is empty is guessed:
// the usual ones in English, German, Dutch and French are known, and the report says which was
// taken. NoColumn as a name of Department, Manager or Weight reads none.
type Columns struct {
	ID, Department, Manager string // of the people
	From, To, Weight        string // of the ties; From and To of the reports too
}

// NoColumn is the name of no column.
const NoColumn = "none"

// role is what a column is for.
type role struct {
	flag  string         // of the program compare, without its hyphen: errors name it
	known map[string]int // names of columns, reduced, by how good they are: 0 is best
}

var (
	idRole = newRole("id", "id", idStems, []string{"id", "nr", "no", "num", "number", "nummer",
		"code", "key", "kennung", "email", "mail", "emailaddress", "", "name", "login"})
	departmentRole = newRole("department", "department", departmentStems,
		[]string{"", "name", "id", "code", "nr", "bezeichnung", "title"})
	managerRole = newRole("manager", "manager", managerStems, []string{"id", "nr", "no", "number",
		"nummer", "code", "employeeid", "personalnr", "personalnummer", "persnr", "email", "mail",
		"", "name"})
	dottedRole = newRole("dotted", "dotted", dottedStems, []string{"id", "nr", "email", "", "name"})
	fromRole   = newRole("from", "from", fromStems, []string{"", "id", "email", "mail", "address",
		"name", "nr"})
	toRole = newRole("to", "to", toStems, []string{"", "id", "email", "mail", "address", "name",
		"nr", "s"})
	weightRole = newRole("weight", "weight", weightStems, []string{""})
)

// The usual names of columns, best first, reduced: see reduce.
var (
	idStems = strings.Fields("person employee personnel staff emp worker associate user member " +
		"node vertex actor uid mitarbeiter personal pers ma angestellter mitarbeiterin benutzer " +
		"medewerker personeel personeels werknemer werknemers personeelslid " +
		"gebruiker matricule identifiant employe " +
		"salarie collaborateur personne agent email mail emailaddress name nom naam label")
	departmentStems = strings.Fields("dept abt afd departement abteilung afdeling service team " +
		"unit " +
		"orgunit organizationalunit organisationalunit organization businessunit division group " +
		"section area bereich organisationseinheit orgeinheit oe einheit referat gruppe sparte " +
		"divisie onderdeel eenheid groep sectie equipe unite direction pole groupe secteur")
	managerStems = strings.Fields("reportsto reportingto supervisor superior linemanager " +
		"directmanager boss bossid vorgesetzter vorgesetzte vorgesetzten fuehrungskraft chef " +
		"chefin leiter teamleiter leidinggevende baas teamleider responsable superieur " +
		"superieurhierarchique manageur n+1 hierarchique chief head lead teamlead")
	dottedStems = strings.Fields("dottedline dottedlinemanager dottedlineto dottedmanager " +
		"dottedreportsto secondmanager manager2 secondarymanager secondline reportsto2 " +
		"supervisorid2 managerid2 matrixsupervisor secondsuperior secondsupervisor supervisor2 " +
		"functionalmanager matrixmanager " +
		"projectmanager fachvorgesetzter fachlichervorgesetzter zweitervorgesetzter " +
		"fachlichefuehrungskraft gestrichelt zweitevorgesetzte tweedemanager projectleider " +
		"responsablehierarchique2 managerfonctionnel n+2 " +
		"vorgesetzter2 functioneelleidinggevende tweedeleidinggevende leidinggevende2 " +
		"responsablefonctionnel secondresponsable responsable2")
	fromStems = strings.Fields("source sender ego src fromuser sentby respondent nominator rater " +
		"chooser asker node1 person1 i v1 vertex1 actor1 von absender quelle sendende sender van " +
		"afzender bron verzender de expediteur emetteur envoyeur origine person employee name id")
	toStems = strings.Fields("target receiver recipient alter dst dest destination touser sentto " +
		"nominee ratee contact advisor adviser colleague peer friend node2 person2 j v2 vertex2 " +
		"actor2 an zu nach empfaenger ziel empfangende kontakt kollege naar aan ontvanger doel " +
		"contactpersoon collega a vers destinataire cible recepteur collegue listensto asks")
	weightStems = strings.Fields("messages tie weights count counts n strength frequency freq " +
		"value intensity mails emails amount times number nb gewicht anzahl staerke " +
		"haeufigkeit wert nachrichten aantal sterkte frequentie waarde berichten poids nombre " +
		"force frequence valeur link edge score")
)

// newRole is a role with its best name, and every stem with every ending; an earlier ending is
// better than an earlier stem.
func newRole(flag, best string, stems, endings []string) role {
	known := map[string]int{best: 0}
	for _, ending := range endings {
		for _, stem := range append([]string{best}, stems...) {
			if len(stem) < 3 && ending != "" && ending != "id" && stem != best {
				continue // a letter or two with an ending may be any word
			}
			name := stem + ending
			if _, ok := known[name]; !ok {
				known[name] = len(known)
			}
		}
	}
	return role{flag, known}
}

// reduce is a name of a column by which it is known: letters, digits and + only, small, without
// accents, and ä as ae.
func reduce(name string) string {
	name = umlauts.Replace(strings.ToLower(name))
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '+':
			return r
		}
		return -1
	}, norm.NFD.String(name))
}

var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "œ", "oe")

// guess is the column that is best for the role, or -1. Columns in taken are not for it.
func (r role) guess(columns []string, taken ...int) int {
	best, found := len(r.known), -1
	for k, name := range columns {
		rank, ok := r.known[reduce(name)]
		if before, _, more := strings.Cut(name, "("); !ok && more && reduce(before) != "" {
			rank, ok = r.known[reduce(before)]
		}
		if ok && rank < best && !slices.Contains(taken, k) {
			best, found = rank, k
		}
	}
	return found
}

// hasStem reports whether the name of a column, with # for a number in it, is one for the role.
func (r role) hasStem(name string) bool {
	_, ok := r.known[reduce(name)]
	return ok
}

// find is the column that a user names for the role, or else the best guess, or -1. asked is what
// the user names; NoColumn: none. A name that is not there, or twice, is an error.
func (r role) find(t *table.Table, asked string, taken ...int) (int, error) {
	if asked == NoColumn && !slices.Contains([]string{"id", "from", "to"}, r.flag) {
		return -1, nil
	}
	name := strings.ToLower(table.Even(asked))
	if asked == "" {
		k := r.guess(t.Columns, taken...)
		if k < 0 {
			return -1, nil
		}
		name = t.Columns[k]
	} else if !slices.Contains(t.Columns, name) {
		for _, column := range t.Columns {
			if column != "" && reduce(column) == reduce(name) {
				name = column
			}
		}
	}
	k, err := t.Find(name)
	if err != nil {
		return 0, fmt.Errorf("%w; -%s names the column", err, r.flag)
	}
	return k, nil
}

// at is the column that a user names for the role, or else the best guess, or -1.
func (r role) at(columns []string, asked string, taken ...int) int {
	if asked == "" {
		return r.guess(columns, taken...)
	}
	return slices.IndexFunc(columns, func(c string) bool {
		return c != "" && reduce(c) == reduce(asked)
	})
}

// check returns an error if none of the columns is for the role.
func (r role) check(columns []string, asked string, taken ...int) error {
	if asked != "" {
		switch k := r.at(columns, asked); {
		case slices.Contains(taken, k) && k >= 0:
			return fmt.Errorf("the column %.40q, which -%s names, is another one already; the "+
				"columns are %s", columns[k], r.flag, words.Quote(columns))
		case k >= 0:
			return nil
		}
		return fmt.Errorf("no column %.40q, which -%s names; the columns are %s",
			asked, r.flag, words.Quote(columns))
	}
	if r.guess(columns, taken...) < 0 {
		return fmt.Errorf("no column %q; the columns are %s; -%s names it",
			r.flag, words.Quote(columns), r.flag)
	}
	return nil
}
