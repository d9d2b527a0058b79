package roster

import (
	"fmt"
	"slices"
	"strings"

	"orglearn/network/internal/table"
)

// Names of columns, reduced, that say something of the direction of ties.
var (
	// kindNames are columns that say which ties go both ways.
	kindNames = strings.Fields("type typ edgetype directed direction kind undirected " +
		"bidirectional gerichtet ungerichtet")
	// senderNames and receiverNames say that `from` sent something to `to`.
	senderNames = strings.Fields("sender senderid senderemail sendermail sentby sendername " +
		"absender sendende afzender verzender expediteur emetteur envoyeur senderaddress")
	receiverNames = strings.Fields("receiver recipient recipients sentto receiverid recipientid " +
		"recipientemail receiveremail empfaenger empfangende ontvanger destinataire recepteur " +
		"recipientaddress")
	// logNames are columns of a log of messages.
	logNames = strings.Fields("messages message subject sent sentat senton sentdate datesent " +
		"time timestamp datetime date mails emails messageid threadid conversationid cc bcc " +
		"received receivedat bytes betreff gesendet zeit zeitstempel uhrzeit datum nachrichten " +
		"nachrichtenid onderwerp verzonden tijd tijdstip berichten objet sujet envoye heure " +
		"horodatage courriels messageanzahl anzahlnachrichten nummessages messagecount " +
		"nmessages emailcount numemails mailcount body importance createdat sendtime senttime")
)

// direct says who listens in the ties of a file, as the user or the file says it. It is an error
// if the file looks like a log of messages, and neither says it.
func (in *reading) direct(t *table.Table, o *table.TieReader) error {
	from, to := reduce(t.Columns[o.From]), reduce(t.Columns[o.To])
	switch {
	case in.options.Direction != DirectionTold:
		in.roster.sent = in.options.Direction == ToListens
	case slices.Contains(senderNames, from), slices.Contains(receiverNames, to):
		in.roster.sent = true
		in.note("The columns %s and %s of %s tell the direction: a tie was sent; -asked is the "+
			"other direction.", t.Titles[o.From], t.Titles[o.To], t.Name)
	default:
		in.notePair(t, o)
		return logError(t, o)
	}
	return nil
}

// logError is the error that a file looks like a log, or nil if it does not.
func logError(t *table.Table, o *table.TieReader) error {
	for k, name := range t.Columns {
		if slices.Contains(logNames, reduce(name)) && k != o.From && k != o.To {
			return columnOfLog(t, k)
		}
	}
	return nil
}

func columnOfLog(t *table.Table, k int) error {
	return fmt.Errorf("%s: the column %s looks like a log of messages, so the direction is not "+
		"clear; say who listens: -sent (`to` listens to `from`, who sent him something), -asked "+
		"(`from` listens to `to`) or -undirected (both)", t.Name, t.Titles[k])
}

// checkDates is the error that a column of dates makes a log of a file, if nobody says the
// direction.
func (in *reading) checkDates(u *unread, ties *table.Ties) error {
	c := u.dated()
	if c == nil || in.options.Direction != DirectionTold || in.roster.sent || ties.Mutual > 0 {
		return nil
	}
	return columnOfLog(u.Table, c.at)
}

// notePair says who is taken to listen, if the names of the columns do not tell two people apart.
func (in *reading) notePair(t *table.Table, o *table.TieReader) {
	from, to := t.Columns[o.From], t.Columns[o.To]
	for _, ends := range [][2]string{{"1", "2"}, {"a", "b"}} {
		stem, first := strings.CutSuffix(from, ends[0])
		other, second := strings.CutSuffix(to, ends[1])
		if first && second && stem == other && stem != "" && o.Kind < 0 {
			in.note("The columns %s and %s of %s do not tell who listens: %s is taken to listen; "+
				"-sent is the other direction, and -undirected both.", t.Titles[o.From],
				t.Titles[o.To], t.Name, t.Titles[o.From])
		}
	}
}
