package agents

// Many are the people from From to To-1 at one tick, as some rules of this package see them that work on many at once. They do exactly what
// they do one by one, or report false and do nothing: it is not for every case of a rule that such a loop is written. The engine asks
// wherever nobody could tell the difference.
type Many struct {
	From, To, Tick int
	Key            Key     // of the rule's chance
	Stream         *Stream // scratch, where lanes are dimensions; to be Reset before it is used for anything else
	Beliefs        *Layer  // by person
	Claims         *Layer  // by person
	Norms          *Layer  // of the circles of these people, by person from From on

	Standing []int32  // by person
	Starts   []uint32 // person p hears Heard[Starts[p]:Starts[p+1]]
	Heard    []int32
	Far      *Far // of Starts and Heard, or nil

	Changed []int32 // what the rule adds to: by person, the dimensions that he has changed

	voices  Voices // scratch
	unit    Unit
	slots   []slots
	list    []uint32
	ballots ballots
	coins   manyCoins
	left    []uint8
	touched uint64 // nobody reads it
}

// ExternalizeMany is Externalize for those who say everything: 32 bytes a word.
func (r Voice) ExternalizeMany(m *Many) bool {
	if r.Rate != 1 {
		return false
	}
	m.Claims.CopyRows(m.Beliefs, m.From, m.To)
	return true
}
