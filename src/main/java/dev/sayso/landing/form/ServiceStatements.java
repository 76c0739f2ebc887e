package dev.sayso.landing.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.sayso.landing.BoxMeaning;
import dev.sayso.service.SubscriptionState;
import dev.sayso.service.SubscriptionStatement;

/**
 * What a submitted form says about services: as its boxes mean it, and only where it
 * differs from what it showed.
 *
 * @param asked the services of the page, by their keys
 * @param shown what the form showed; null where it does not say, and then nothing left
 * unticked speaks
 */
public record ServiceStatements(Map<String, BoxMeaning> asked, @Nullable ShownChoices shown, ShownChoices current,
		PublicFormBody.Ticks ticks) {

	public List<SubscriptionStatement> bySubject() {
		return this.ticks.all() ? List.of()
				: this.asked.keySet().stream().flatMap((service) -> statement(service).stream()).toList();
	}

	/**
	 * What a visitor says whom nobody identified: a no, or what they ask for and is to be
	 * confirmed.
	 */
	public List<SubscriptionStatement> byVisitor() {
		return this.ticks.all() ? List.of() : this.asked.entrySet()
			.stream()
			.filter((entry) -> this.ticks.services().ticked().contains(entry.getKey()))
			.map((entry) -> (entry.getValue() == BoxMeaning.DO_NOT_CONTACT) ? out(entry.getKey()) : in(entry.getKey()))
			.toList();
	}

	/**
	 * The services to which somebody would be subscribed who said no since the form was
	 * opened.
	 */
	public List<String> conflicts() {
		return (this.shown == null) ? List.of()
				: bySubject().stream()
					.filter(SubscriptionStatement::in)
					.map(SubscriptionStatement::service)
					.filter((service) -> this.current.stands(service, SubscriptionState.UNSUBSCRIBED)
							&& !this.shown.stands(service, SubscriptionState.UNSUBSCRIBED))
					.toList();
	}

	private Optional<SubscriptionStatement> statement(String service) {
		BoxMeaning meaning = this.asked.getOrDefault(service, BoxMeaning.CONTACT_ME);
		ShownChoices before = (this.shown != null) ? this.shown : this.current;
		boolean tick = this.ticks.services().ticked().contains(service);
		if (this.ticks.services().stopped().contains(service)) {
			return Optional.of(out(service));
		}
		if (meaning == BoxMeaning.DO_NOT_CONTACT) {
			boolean stays = before.ticked(service, meaning) && this.current.ticked(service, meaning);
			return (tick && !stays) ? Optional.of(out(service)) : Optional.empty();
		}
		if (tick) {
			return (!before.ticked(service, meaning) || comesOtherwise(service, before)) ? Optional.of(in(service))
					: Optional.empty();
		}
		boolean comes = before.stands(service, SubscriptionState.SUBSCRIBED)
				|| this.current.stands(service, SubscriptionState.SUBSCRIBED);
		boolean out = meaning == BoxMeaning.IN_OR_OUT && this.shown != null && comes
				&& !before.stands(service, SubscriptionState.PENDING);
		return out ? Optional.of(out(service)) : Optional.empty();
	}

	private boolean comesOtherwise(String service, ShownChoices before) {
		String often = this.ticks.services().frequencies().get(service);
		return often != null && !often.equals(before.frequency(service))
				&& !this.current.stands(service, SubscriptionState.UNSUBSCRIBED);
	}

	private SubscriptionStatement in(String service) {
		return SubscriptionStatement.in(service, this.ticks.services().frequencies().get(service), null);
	}

	private static SubscriptionStatement out(String service) {
		return SubscriptionStatement.out(service, null);
	}

}
