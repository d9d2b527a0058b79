package roster

import (
	"fmt"
	"slices"
	"strings"

	"orglearn/network/internal/shape"
	"orglearn/network/internal/sheet"
	"orglearn/network/internal/table"
	"orglearn/network/internal/words"
)

// readTies reads the ties and reports what it dropped.
func (in *reading) readTies(file source) (*table.Ties, error) {
	if file.r == nil {
		return &table.Ties{}, nil
	}
	text, err := sheet.ReadText(file.name, file.r)
	if err != nil {
		return nil, err
	}
	t, err := in.openTies(text)
	if err != nil {
		return nil, err
	}
	t.Show = in.shown
	reader, err := in.tieReader(t)
	if err != nil {
		return nil, err
	}
	if reader.Decimal, err = in.decimalMark(t, reader.Weight, text.Sheet); err != nil {
		return nil, err
	}
	former := newFormer(t, reader.From, reader.To, reader.Weight)
	unread := newUnread(t, in.known(), reader.Kind, reader.From, reader.To, reader.Weight)
	reader.See = func() {
		former.seeRow()
		unread.seeRow()
	}
	ties, err := reader.Read(t)
	if err != nil {
		return nil, err
	}
	if err := in.list(t); err != nil {
		return nil, err
	}
	in.noteText(text, t)
	if err := in.checkDates(unread, ties); err != nil {
		return nil, err
	}
	former.note(in)
	unread.note(in, reader.Weight >= 0)
	if ties.Rewritten != "" {
		in.note("Of the weights of %s %s.", file.name, ties.Rewritten)
	}
	in.roster.weight = ties.Weight
	in.roster.report.addTies(ties)
	return ties, in.checkTies(ties)
}

// openTies opens a file of ties of any shape.
func (in *reading) openTies(text *table.Text) (*table.Table, error) {
	known := in.known()
	if t, err := shape.Named(text, known); t != nil || err != nil {
		in.ofProgram, in.shaped = true, true
		return t, err
	}
	if asked := in.options.Columns; in.options.NoHeader && asked.From != "" && asked.To != "" {
		return shape.Numbered(text)
	}
	if in.options.NoHeader {
		in.shaped = true
		return shape.NoHeader(text, in.roster.ids)
	}
	if t, err := shape.Matrix(text); t != nil || err != nil {
		in.shaped = true
		return t, err
	}
	t, err := table.Open(text, in.tiesHeader())
	if err == nil && !in.namesSeveral(t) {
		return t, nil
	}
	survey := shape.Survey{Ego: in.egoColumn, Known: known, Alter: toRole.hasStem,
		First: strings.ToLower(in.options.Columns.To)}
	if shaped, failed := survey.NodeList(text); shaped != nil || failed != nil {
		in.shaped = true
		return shaped, failed
	}
	if err == nil {
		return t, nil
	}
	if headless := shape.NoHeaderError(text, known, "from", "to"); headless != nil {
		return nil, headless
	}
	return nil, err
}

// list adds the people whom a file of ties names and who have no tie in it. With a file of people,
// that one says who they are.
func (in *reading) list(t *table.Table) error {
	if in.closed {
		return nil
	}
	t.Row = make([]string, 1)
	for _, id := range t.People {
		if in.names[id] > 0 { // a sum, which was counted among the ties
			continue
		}
		if err := t.CheckID(id); err != nil && !table.IsMissing(id) {
			return fmt.Errorf("%s: %w", t.Name, err)
		}
		t.Row[0] = id
		if _, _, err := in.find(t, 0); err != nil {
			return err
		}
	}
	return nil
}

// known reports whether an id is among the people; nil: no file says who they are.
func (in *reading) known() func(id string) bool {
	if !in.closed {
		return nil
	}
	return func(id string) bool {
		_, ok := in.lookup(id)
		return ok
	}
}

// tiesHeader is the header of a file of ties.
func (in *reading) tiesHeader() table.Header {
	asked := in.options.Columns
	return table.Header{Wanted: []string{"from", "to"}, Loose: true,
		Check: func(columns []string) error {
			if err := fromRole.check(columns, asked.From); err != nil {
				return err
			}
			return toRole.check(columns, asked.To, fromRole.at(columns, asked.From))
		}}
}

// egoColumn is the column of a node list that says who names the others.
func (in *reading) egoColumn(columns []string) int {
	if name := in.options.Columns.From; name != "" {
		return slices.IndexFunc(columns, func(c string) bool { return reduce(c) == reduce(name) })
	}
	if k := fromRole.guess(columns); k >= 0 {
		return k
	}
	return idRole.guess(columns)
}

// namesSeveral reports whether the column of who is listened to is one of several, as alter and
// alter2.
func (in *reading) namesSeveral(t *table.Table) bool {
	from, err := fromRole.find(t, in.options.Columns.From)
	if err != nil || from < 0 {
		return false
	}
	to := toRole.guess(t.Columns, from)
	if asked := in.options.Columns.To; asked != "" {
		to = t.Column(strings.ToLower(table.Even(asked)))
	}
	return to >= 0 && shape.HasSeveral(t.Columns, t.Columns[to], t.Columns[from])
}

// tieReader finds the columns, and says who listens.
func (in *reading) tieReader(t *table.Table) (*table.TieReader, error) {
	asked := in.options.Columns
	if in.shaped { // its columns are from, to and perhaps weight
		if w := asked.Weight; w != "" && w != NoColumn && !strings.EqualFold(w, "weight") {
			return nil, fmt.Errorf("%s: -weight %.40q does not go with a file of this shape; "+
				"leave it out, or -weight none reads no weights", t.Name, w)
		}
		asked = Columns{Weight: asked.Weight}
	}
	o := &table.TieReader{Find: in.find, People: in.roster.report.PeopleFile,
		Strict: in.options.Strict, Least: in.options.Least, Lenient: true, Kind: -1,
		Mutual: in.options.Direction == BothListen}
	var err error
	if o.From, err = fromRole.find(t, asked.From); err != nil {
		return nil, err
	}
	if o.To, err = toRole.find(t, asked.To, o.From); err != nil {
		return nil, err
	}
	if in.shaped && t.Column("weight") < 0 {
		asked.Weight = NoColumn
	}
	if o.Weight, err = weightRole.find(t, asked.Weight, o.From, o.To); err != nil {
		return nil, err
	}
	if o.Weight < 0 && o.Least > 0 {
		return nil, fmt.Errorf("%s: -least %g needs a column of weights; -weight names it",
			t.Name, o.Least)
	}
	o.Kind = slices.IndexFunc(t.Columns, func(c string) bool {
		return slices.Contains(kindNames, reduce(c))
	})
	if slices.Contains(in.options.Match, "several") {
		o.Receivers = in.receivers
	}
	o.Stranger = in.meet
	in.use(t, o.From, fromRole.flag)
	in.use(t, o.To, toRole.flag)
	in.use(t, o.Weight, weightRole.flag)
	in.useNot(t, o.From, o.To, o.Weight, o.Kind)
	return o, in.direct(t, o)
}

// decimalMark is the decimal mark of the weights: what the user says, or what the column shows.
// Programs for networks and spreadsheets write points.
func (in *reading) decimalMark(t *table.Table, weight int, sheet bool) (string, error) {
	switch {
	case in.options.Decimal != "":
		return in.options.Decimal, nil
	case in.ofProgram || sheet || weight < 0:
		return table.Point, nil
	}
	t, err := t.Again()
	if err != nil {
		return "", err
	}
	d, err := t.Decimals(weight)
	if err != nil {
		return "", err
	}
	return t.Mark(weight, d)
}

// useNot reports the columns of a file that are not used.
func (in *reading) useNot(t *table.Table, used ...int) {
	for k, title := range t.Titles {
		if title != "" && !slices.Contains(used, k) {
			in.use(t, k, "")
		}
	}
}

// receivers are the ids in a cell, unless the cell itself is one.
func (in *reading) receivers(cell string) []string {
	if _, known := in.lookup(cell); known {
		return []string{cell}
	}
	return receivers(cell)
}

// meet counts a row with an unknown id.
func (in *reading) meet(id string) {
	if _, met := in.strangers[id]; met || len(in.strangers) < maxStrangers {
		in.strangers[strings.Clone(id)]++
	}
}

// checkTies returns an error if no tie is left, or if more than a fifth of the rows name nobody.
func (in *reading) checkTies(ties *table.Ties) error {
	hint := in.hint(in.strangers)
	if hint != "" {
		hint = "; " + hint
	}
	if ties.Rows == 0 {
		return ties.Dropped
	}
	if len(ties.Kept) == 0 {
		return fmt.Errorf("%w (none of the %s is left: %s)%s",
			ties.Dropped, words.Plural(ties.Rows, "tie"), ties.Reasons(), hint)
	}
	if err := in.checkAlike(ties.File); err != nil {
		return err
	}
	lost := ties.Unknown + ties.Missing
	if lost*5 > ties.Rows && !in.options.Partial {
		return in.lostError(ties, lost, hint)
	}
	if hint != "" {
		in.note("Of the ties to unknown ids %s.", strings.TrimPrefix(hint, "; "))
	}
	return nil
}

// lostError is the error that too many rows of ties name nobody.
func (in *reading) lostError(ties *table.Ties, lost int, hint string) error {
	among := ""
	if ties.Unknown > 0 {
		among = fmt.Sprintf(" in %s, such as %s", in.roster.report.PeopleFile,
			words.Quote(ties.UnknownIDs))
	}
	if ties.Missing > 0 {
		among += fmt.Sprintf(" (%s without sender or receiver)", words.Number(ties.Missing))
	}
	return fmt.Errorf("%s: %s of %s %s nobody%s%s; -partial leaves them out", ties.File,
		words.Number(lost), words.Plural(ties.Rows, "row"), words.Choose(lost, "names", "name"),
		among, hint)
}
