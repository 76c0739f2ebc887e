package dev.sayso.consent.suppression;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.consent.ChoiceView;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.LedgerSubject;

/**
 * Says what entries of the ledger tell of suppressed addresses.
 */
@Component
class SuppressionLedger implements LedgerSubject {

	static final String PREFIX = "suppression.";

	/** What the ledger says after a suppression that was lifted. */
	static final String LIFTED = "none";

	private final MessageSource messages;

	SuppressionLedger(MessageSource messages) {
		this.messages = messages;
	}

	@Override
	public String prefix() {
		return PREFIX;
	}

	@Override
	public String title() {
		return "suppression.history";
	}

	@Override
	public String name(String purpose) {
		return name(purpose, LocaleContextHolder.getLocale());
	}

	@Override
	public String name(String purpose, Locale reader) {
		return text("suppression.of", reader, channel(purpose, reader));
	}

	@Override
	public String describe(LedgerEntry entry) {
		Locale reader = LocaleContextHolder.getLocale();
		String channel = channel(entry.purpose(), reader);
		return entry.after().equals(LIFTED) ? text("suppression.did.lifted", reader, channel)
				: text("suppression.did." + ((entry.before() != null) ? "changed" : "added"), reader, channel,
						text("suppression.in." + entry.after(), reader));
	}

	@Override
	public ChoiceView view(@Nullable String state) {
		return (state == null || state.equals(LIFTED)) ? new ChoiceView("dash", null, "suppression.state.none")
				: new ChoiceView("no", "mail-off", "suppression.reason." + state);
	}

	private String channel(String purpose, Locale reader) {
		return text("purpose.in.marketing." + purpose.substring(PREFIX.length()), reader);
	}

	private String text(String key, Locale reader, Object... arguments) {
		return this.messages.getMessage(key, arguments, reader);
	}

}
