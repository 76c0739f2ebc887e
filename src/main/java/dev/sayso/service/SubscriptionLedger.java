package dev.sayso.service;

import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.consent.ChoiceView;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.LedgerSubject;
import dev.sayso.person.Origin;

/**
 * Says what entries of the ledger tell of subscriptions.
 */
@Component
public class SubscriptionLedger implements LedgerSubject {

	/** What the purposes of all entries about services begin with. */
	public static final String PREFIX = Service.PURPOSE;

	private final Services services;

	private final MessageSourceAccessor messages;

	SubscriptionLedger(Services services, MessageSourceAccessor messages) {
		this.services = services;
		this.messages = messages;
	}

	@Override
	public String prefix() {
		return PREFIX;
	}

	@Override
	public String title() {
		return "subscription.history";
	}

	@Override
	public String name(String purpose) {
		return service(purpose).map(Service::name).orElseGet(() -> key(purpose));
	}

	@Override
	public String name(String purpose, Locale reader) {
		return service(purpose).map((service) -> service.name(reader.getLanguage())).orElseGet(() -> key(purpose));
	}

	@Override
	public String describe(LedgerEntry entry) {
		return this.messages.getMessage("subscription.did." + act(entry),
				new Object[] { name(entry.purpose()), frequency(entry) });
	}

	@Override
	public ChoiceView view(@Nullable String state) {
		return SubscriptionState.view(state);
	}

	private static String act(LedgerEntry entry) {
		if (entry.evidence().facts().containsKey(SubscriptionUndo.UNDOES)) {
			return "undone";
		}
		boolean self = entry.origin() == Origin.SUBJECT || entry.own();
		return switch (SubscriptionState.of(entry.after())) {
			case SUBSCRIBED -> entry.after().equals(entry.before()) ? "frequency" : self ? "in.own" : "in";
			case PENDING -> "asked";
			case UNSUBSCRIBED -> entry.after().equals(entry.before()) ? "again" : self ? "out.own" : "out";
			case ENDED -> "ended";
		};
	}

	private String frequency(LedgerEntry entry) {
		Object key = entry.evidence().facts().get("frequency");
		String language = LocaleContextHolder.getLocale().getLanguage();
		return (key == null) ? ""
				: service(entry.purpose()).flatMap((service) -> service.frequency(key.toString()))
					.map((frequency) -> frequency.in(language))
					.orElseGet(key::toString);
	}

	private Optional<Service> service(String purpose) {
		return this.services.findBySlug(key(purpose));
	}

	private static String key(String purpose) {
		return purpose.substring(Service.PURPOSE.length());
	}

}
