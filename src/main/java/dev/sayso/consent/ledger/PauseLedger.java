package dev.sayso.consent.ledger;

import java.time.LocalDate;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.consent.ChoiceView;
import dev.sayso.consent.Pause;
import dev.sayso.shared.LocalizedDate;

/**
 * Says what entries of the ledger tell of pauses.
 */
@Component
class PauseLedger implements LedgerSubject {

	private final MessageSource messages;

	PauseLedger(MessageSource messages) {
		this.messages = messages;
	}

	@Override
	public String prefix() {
		return Pause.PREFIX;
	}

	@Override
	public String title() {
		return "pause.history";
	}

	@Override
	public String name(String purpose) {
		return name(purpose, LocaleContextHolder.getLocale());
	}

	@Override
	public String name(String purpose, Locale reader) {
		return text("purpose." + purpose, reader);
	}

	@Override
	public String describe(LedgerEntry entry) {
		Locale reader = LocaleContextHolder.getLocale();
		String what = text("purpose.in." + Pause.subject(entry.purpose()).orElseThrow().key(), reader);
		if (entry.evidence().facts().containsKey("undoes")) {
			return text("pause.did.undone", reader, what);
		}
		if (entry.after().equals(RecordPause.ENDED)) {
			return text("pause.did.ended", reader, what);
		}
		String until = day(entry.after(), reader);
		return (entry.before() != null) ? text("pause.did.moved", reader, what, until, day(entry.before(), reader))
				: text("pause.did.set", reader, what, until);
	}

	@Override
	public ChoiceView view(@Nullable String state) {
		return (state == null || state.equals(RecordPause.ENDED)) ? new ChoiceView("dash", null, "pause.state.ended")
				: new ChoiceView("wait", "player-pause", "pause.state.paused");
	}

	private static String day(String day, Locale reader) {
		return LocalizedDate.of(LocalDate.parse(day), reader);
	}

	private String text(String key, Locale reader, Object... arguments) {
		return this.messages.getMessage(key, arguments, reader);
	}

}
