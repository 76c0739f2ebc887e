package dev.sayso.landing.confirmation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Consent;
import dev.sayso.consent.Purpose;
import dev.sayso.person.Profile;
import dev.sayso.service.Service;
import dev.sayso.service.Subscription;

/**
 * The pending confirmation of a person, ready to show.
 *
 * @param address tells people of one name apart
 * @param sources the pages it came from
 * @param lifts whether confirming some of it lifts a no
 * @param mail message key of how far the mail is that asks about it
 */
record ConfirmationRowView(String id, String name, @Nullable String address, Instant since, List<OptIn> optIns,
		List<ServiceAsked> services, List<Detail> details, List<String> sources, boolean lifts, String mail) {

	/**
	 * An opt-in: {@code label} is a message key.
	 *
	 * @param address the one on that channel; null where there is none
	 * @param lifts the no that confirming it lifts; null where it lifts none
	 */
	record OptIn(String key, String label, String icon, @Nullable String address, Instant at, String source,
			@Nullable No lifts) {
	}

	/** A service that they asked to subscribe to. */
	record ServiceAsked(String key, String name, String icon, Instant at, String source) {
	}

	/**
	 * A no that would be lifted: {@code label} is a message key.
	 *
	 * @param by who said it, or where
	 */
	record No(String label, Instant since, String by) {
	}

	/** A detail before and after: {@code label} is a message key. */
	record Detail(String label, String before, String after) {
	}

	/** Whether a mail may be asked for anew. */
	public boolean asks() {
		return !this.mail.equals("confirmation.state.none");
	}

	public boolean isEmpty() {
		return this.optIns.isEmpty() && this.services.isEmpty() && this.details.isEmpty();
	}

	/**
	 * @param services finds one by its key
	 */
	static ConfirmationRowView of(PendingConfirmation confirmation, Function<String, Optional<Service>> services) {
		Map<String, Object> known = confirmation.profile().details().fields();
		List<OptIn> optIns = confirmation.optIns()
			.stream()
			.map((optIn) -> optIn(confirmation.profile(), optIn))
			.toList();
		List<Detail> details = confirmation.fields()
			.entrySet()
			.stream()
			.map((field) -> new Detail("public.field." + field.getKey(),
					Objects.toString(known.get(field.getKey()), ""), field.getValue()))
			.toList();
		String address = Objects.toString(known.get("email"), Objects.toString(known.get("mobile"), null));
		return new ConfirmationRowView(confirmation.profile().id().toString(), confirmation.profile().name(), address,
				confirmation.since(), optIns,
				confirmation.services().stream().map((asked) -> service(asked, services)).toList(), details,
				optIns.stream().map(OptIn::source).filter((text) -> !text.isEmpty()).distinct().toList(),
				optIns.stream().anyMatch((optIn) -> optIn.lifts() != null), confirmation.mail());
	}

	private static ServiceAsked service(Subscription asked, Function<String, Optional<Service>> services) {
		Optional<Service> service = services.apply(asked.service());
		return new ServiceAsked(asked.service(), service.map(Service::name).orElse(asked.service()),
				service.map((known) -> known.channel().icon()).orElse("news"), asked.since(),
				Objects.toString(asked.source(), ""));
	}

	private static OptIn optIn(Profile profile, PendingConfirmation.OptIn optIn) {
		Purpose purpose = optIn.purpose();
		String icon = purpose.channel().map((channel) -> channel.icon()).orElse("checkbox");
		String address = purpose.channel().map((channel) -> profile.addresses().get(channel)).orElse(null);
		Consent no = optIn.lifts();
		String by = (no == null) ? "" : (no.actor().isEmpty() ? Objects.toString(no.source(), "") : no.actor());
		return new OptIn(purpose.key(), label(purpose), icon, address, optIn.at(), optIn.source(),
				(no != null) ? new No(label(no.purpose()), no.since(), by) : null);
	}

	private static String label(Purpose purpose) {
		return purpose.isMarketing() ? "channel." + purpose.key().replace("marketing.", "")
				: "purpose." + purpose.key();
	}

}
