package dev.sayso.service.subscriber;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.consent.Evidence;
import dev.sayso.consent.SayMessages;
import dev.sayso.consent.status.ContactStatus;
import dev.sayso.consent.status.ContactStatuses;
import dev.sayso.consent.status.Verdict;
import dev.sayso.consent.status.Verdict.Code;
import dev.sayso.person.Profile;
import dev.sayso.profile.ProfileFrame;
import dev.sayso.service.Service;
import dev.sayso.service.Services;
import dev.sayso.service.Subscription;
import dev.sayso.service.SubscriptionState;
import dev.sayso.service.Subscriptions;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * The Subscriptions tab of a person: what they subscribe to, whether it comes, and what
 * happened.
 */
@Component
class SubscriptionsPage {

	private final ProfileFrame frame;

	private final Services services;

	private final Subscriptions subscriptions;

	private final ContactStatuses statuses;

	private final SubscriptionEvents events;

	private final SayMessages messages;

	private final Clock clock;

	SubscriptionsPage(ProfileFrame frame, Services services, Subscriptions subscriptions, ContactStatuses statuses,
			SubscriptionEvents events, SayMessages messages, Clock clock) {
		this.frame = frame;
		this.services = services;
		this.subscriptions = subscriptions;
		this.statuses = statuses;
		this.events = events;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * Whether a service comes, as the channel lets it.
	 *
	 * @param text message key
	 */
	record Arrival(String look, String icon, String text) {

		static Arrival of(Subscription subscription, Verdict verdict) {
			if (subscription.state() == SubscriptionState.PENDING) {
				return new Arrival("wait", "clock", "subscription.comes.not-yet");
			}
			if (!subscription.isSubscribed()) {
				return new Arrival("", "minus", "no");
			}
			return switch (verdict.state()) {
				case MAY_CONTACT -> new Arrival("yes", "check", "yes");
				case WAITING -> new Arrival("wait", "clock", "subscription.comes.waiting");
				case PAUSED -> new Arrival("wait", "player-pause", "subscription.comes.paused");
				case NO_ADDRESS -> new Arrival("", "minus", "subscription.comes.address");
				case DO_NOT_CONTACT -> new Arrival("no", "ban",
						(verdict.has(Code.OPTED_OUT) || verdict.has(Code.OPTED_OUT_ANY)) ? "subscription.comes.off"
								: verdict.has(Code.ADDRESS_SUPPRESSED) ? "subscription.comes.suppressed"
										: "subscription.comes.consent");
			};
		}

	}

	/**
	 * One service and how the person stands to it.
	 *
	 * @param service null where it was deleted
	 * @param frequency how often it comes, in words
	 */
	record Row(Subscription subscription, @Nullable Service service, String name, @Nullable String frequency,
			Arrival arrival, String by, Map<String, String> frequencies) {

		public boolean canLeave() {
			return this.service != null
					&& (this.subscription.isSubscribed() || this.subscription.state() == SubscriptionState.PENDING);
		}

	}

	/** A channel whose no keeps what is subscribed from coming. */
	record Off(Channel channel, @Nullable Instant since, int services) {

	}

	ModelAndView draw(ProfileId id, SubscriptionsController.SubscribeForm form, Model model, HttpStatus status) {
		Profile profile = this.frame.put(model, id, "subscriptions");
		ContactStatus contact = this.statuses.find(profile);
		Map<String, Service> known = new LinkedHashMap<>();
		this.services.findAllByOrderByName().forEach((service) -> known.put(service.slug(), service));
		List<Row> rows = this.subscriptions.find(id)
			.byService()
			.values()
			.stream()
			.map((subscription) -> row(subscription, known.get(subscription.service()), contact))
			.sorted(Comparator.comparing((Row row) -> row.subscription().state()).thenComparing(Row::name))
			.toList();
		model.addAttribute("form", form);
		model.addAttribute("rows", rows);
		model.addAttribute("off", off(rows, contact));
		model.addAttribute("offered", offered(known, rows));
		model.addAttribute("kinds", Evidence.KINDS);
		model.addAttribute("chosen",
				rows.stream()
					.filter((row) -> row.subscription().service().equals(form.service()))
					.filter((row) -> row.subscription().isUnsubscribed() && row.subscription().isTheirs())
					.findFirst()
					.orElse(null));
		model.addAttribute("events", this.events.latest(id));
		return new ModelAndView("service/subscriber/tab", model.asMap(), status);
	}

	private Row row(Subscription subscription, @Nullable Service service, ContactStatus contact) {
		Channel channel = (service != null) ? service.channel() : Channel.EMAIL;
		String language = LocaleContextHolder.getLocale().getLanguage();
		Map<String, String> frequencies = new LinkedHashMap<>();
		if (service != null) {
			service.words()
				.frequencies()
				.forEach((frequency) -> frequencies.put(frequency.key(), frequency.in(language)));
		}
		String often = subscription.frequency();
		return new Row(subscription, service, (service != null) ? service.name() : subscription.service(),
				(often != null) ? frequencies.getOrDefault(often, often) : null,
				Arrival.of(subscription, this.statuses.verdict(contact, channel)), this.messages
					.by(subscription.origin(), subscription.own(), subscription.actor(), subscription.source()),
				frequencies);
	}

	private List<Off> off(List<Row> rows, ContactStatus contact) {
		Map<Channel, Integer> counts = new LinkedHashMap<>();
		rows.stream()
			.filter((row) -> row.subscription().isSubscribed() && row.service() != null)
			.forEach((row) -> counts.merge(Objects.requireNonNull(row.service()).channel(), 1, Integer::sum));
		List<Off> off = new ArrayList<>();
		counts.forEach((channel, services) -> this.statuses.verdict(contact, channel)
			.reasons()
			.stream()
			.filter((reason) -> reason.code() == Code.OPTED_OUT || reason.code() == Code.OPTED_OUT_ANY)
			.findFirst()
			.ifPresent((reason) -> off.add(new Off(channel, reason.since(), services))));
		return off;
	}

	/** What they could be subscribed to, by key. */
	private Map<String, String> offered(Map<String, Service> known, List<Row> rows) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.messages.times().zone());
		Map<String, String> offered = new LinkedHashMap<>();
		known.values()
			.stream()
			.filter((service) -> service.takes(today))
			.filter((service) -> rows.stream()
				.noneMatch((row) -> row.subscription().isSubscribed()
						&& row.subscription().service().equals(service.slug())))
			.forEach((service) -> offered.put(service.slug(), service.name()));
		return offered;
	}

}
