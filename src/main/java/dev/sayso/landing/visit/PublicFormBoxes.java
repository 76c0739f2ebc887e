package dev.sayso.landing.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Pause;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.ledger.RecordPause;
import dev.sayso.landing.BlockText;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageServices;
import dev.sayso.landing.form.FormPause;
import dev.sayso.landing.form.PublicFormBody;
import dev.sayso.landing.form.ShownChoices;
import dev.sayso.landing.form.TrackingRefusals;
import dev.sayso.landing.visit.PublicFormView.Box;
import dev.sayso.landing.visit.PublicFormView.Often;
import dev.sayso.landing.visit.PublicFormView.Option;
import dev.sayso.service.Service;
import dev.sayso.service.SubscriptionState;
import dev.sayso.shared.Channel;

/**
 * The checkboxes of a public form: ticked as the person said, or as somebody sent them.
 */
@Component
class PublicFormBoxes {

	private final PublicMessages messages;

	private final PageServices services;

	private final FormPause pause;

	private final TrackingRefusals refusals;

	private final Clock clock;

	PublicFormBoxes(PublicMessages messages, PageServices services, FormPause pause, TrackingRefusals refusals,
			Clock clock) {
		this.pause = pause;
		this.refusals = refusals;
		this.messages = messages;
		this.services = services;
		this.clock = clock;
	}

	/** A checkbox about contact, a use or a service. */
	Box box(ShownForm view, PageBlock block, Locale locale) {
		return (block.type() == PageBlock.Type.SERVICE) ? service(view, block, locale)
				: box(view, block.purpose().orElseThrow(), Objects.requireNonNull(block.meaning()),
						view.wording().block(block).text(), locale);
	}

	private Box box(ShownForm view, Purpose purpose, BoxMeaning meaning, BlockText text, Locale locale) {
		ShownChoices shown = view.shown();
		PublicFormBody.@Nullable Ticks ticks = view.ticks();
		boolean ticked = (ticks != null) ? ticks.ticked().contains(purpose)
				: shown.ticked(purpose, meaning) && !(view.gpc() && isUntickedByGpc(purpose, meaning));
		boolean stopped = ticks != null && ticks.stopped().contains(purpose);
		Box.Waiting waiting = shown.pending(purpose, meaning) ? new Box.Waiting(PublicFormBody.stop(purpose), stopped)
				: null;
		return new Box(PublicFormBody.box(purpose), this.messages.label(text, purpose, locale), false,
				text.help().isBlank() ? null : text.help(), ticked, waiting, null,
				view.faults().get(PublicFormBody.box(purpose)));
	}

	private Box service(ShownForm view, PageBlock block, Locale locale) {
		Service service = this.services.find(block.about()).orElseThrow();
		BlockText text = view.wording().block(block).text();
		PublicFormBody.@Nullable Ticks ticks = view.ticks();
		BoxMeaning meaning = Objects.requireNonNull(block.meaning());
		String key = service.slug();
		String name = PublicFormBody.SERVICE + key;
		boolean ticked = (ticks != null) ? ticks.services().ticked().contains(key) : view.shown().ticked(key, meaning);
		Box.Waiting waiting = (meaning != BoxMeaning.DO_NOT_CONTACT
				&& view.shown().stands(key, SubscriptionState.PENDING))
						? new Box.Waiting(PublicFormBody.ALL + "." + name,
								ticks != null && ticks.services().stopped().contains(key))
						: null;
		String help = text.help().isBlank() ? service.description(locale.getLanguage()) : text.help();
		return new Box(name, text.label().isBlank() ? service.name(locale.getLanguage()) : text.label(), false,
				help.isBlank() ? null : help, ticked, waiting,
				(meaning != BoxMeaning.DO_NOT_CONTACT) ? often(view, service, locale) : null, view.faults().get(name));
	}

	/** How often a service may come; null where there is nothing to choose. */
	@Nullable Often often(ShownForm view, Service service, Locale locale) {
		List<Option> options = service.words()
			.frequencies()
			.stream()
			.map((frequency) -> new Option(frequency.key(), frequency.in(locale.getLanguage())))
			.toList();
		PublicFormBody.@Nullable Ticks ticks = view.ticks();
		String chosen = (ticks != null) ? ticks.services().frequencies().getOrDefault(service.slug(), "")
				: view.shown().frequency(service.slug());
		return (options.size() < 2) ? null : new Often(PublicFormBody.FREQUENCY + service.slug(), chosen, options);
	}

	/** What is needed so that something comes by a channel to which somebody said no. */
	Box again(ShownForm view, Channel channel, Locale locale) {
		Purpose purpose = Purpose.marketing(channel);
		PublicFormBody.@Nullable Ticks ticks = view.ticks();
		String name = this.messages.name(purpose, locale);
		return new Box(PublicFormBody.box(purpose), this.messages.say("public.again", locale, name), false,
				this.messages.say("public.again.help", locale, name), ticks != null && ticks.ticked().contains(purpose),
				null, null, view.faults().get(PublicFormBody.box(purpose)));
	}

	/**
	 * Until when nothing comes.
	 *
	 * @param error a message key
	 */
	record PauseField(String label, String help, String value, String first, String last, @Nullable String error) {

		static final String ID = "pause-until";

		PauseField withPlaceholders(ReaderPlaceholders placeholders) {
			return new PauseField(this.label, this.help, placeholders.text(this.value), placeholders.text(this.first),
					placeholders.text(this.last), this.error);
		}

	}

	/**
	 * Until when nothing comes by what the form shows; null where it asks about no pause.
	 */
	@Nullable LocalDate paused(ShownForm view) {
		return Optional.ofNullable(view.recipient())
			.filter((recipient) -> view.page().blocks().has(PageBlock.Type.PAUSE))
			.flatMap((recipient) -> this.pause.running(recipient.say()))
			.map(Pause::until)
			.orElse(null);
	}

	PauseField pause(ShownForm view, PageBlock block, Locale locale) {
		BlockText text = view.wording().block(block).text();
		LinkRecipient recipient = view.recipient();
		RecordPause.Days days = this.pause.days(this.messages.zone((recipient != null) ? recipient.profile() : null));
		Optional<Pause> running = (recipient != null) ? this.pause.running(recipient.say()) : Optional.empty();
		PublicFormBody.@Nullable Ticks ticks = view.ticks();
		String value = (ticks != null && ticks.pause() != null) ? ticks.pause().until()
				: running.map((pause) -> pause.until().toString()).orElse("");
		return new PauseField(text.label().isBlank() ? this.messages.say("public.pause", locale) : text.label(),
				text.help().isBlank() ? this.messages.say("public.pause.help", locale) : text.help(), value,
				days.first().toString(), days.last().toString(), view.faults().get(FormPause.UNTIL));
	}

	Box agreement(ShownForm view, PageBlock block, int number) {
		String name = PublicFormBody.AGREEMENT + number;
		PublicFormBody.@Nullable Ticks ticks = view.ticks();
		BlockText text = view.wording().block(block).text();
		return new Box(name, view.wording().block(block).text(view.recipient() != null).html(), true,
				text.help().isBlank() ? null : text.help(), ticks != null && ticks.agreements().contains(number), null,
				null, view.faults().get(name));
	}

	/**
	 * Whether somebody is asked about a block: a page that is over takes no visitor in, a
	 * service takes nobody new that is closed.
	 */
	boolean asks(ShownForm view, PageBlock block) {
		boolean no = block.meaning() == BoxMeaning.DO_NOT_CONTACT;
		boolean asks = (view.recipient() != null || !view.page().closed() || no)
				&& block.purpose().filter((purpose) -> isUnasked(view, purpose)).isEmpty();
		return asks && (block.type() != PageBlock.Type.SERVICE
				|| this.services.find(block.about()).filter((service) -> offers(view, service, no)).isPresent());
	}

	/** Whether a form asks this reader about anything by checkboxes. */
	boolean asksAnything(ShownForm view) {
		return view.page().blocks().all().stream().anyMatch((block) -> block.type().isCheckbox() && asks(view, block));
	}

	private boolean offers(ShownForm view, Service service, boolean no) {
		String key = service.slug();
		return no || takesNew(service) || view.shown().stands(key, SubscriptionState.SUBSCRIBED)
				|| view.shown().stands(key, SubscriptionState.PENDING);
	}

	private boolean takesNew(Service service) {
		return service.takes(LocalDate.ofInstant(this.clock.instant(), this.messages.zone(null)));
	}

	/** Those of these services that take nobody new, whoever asks. */
	List<String> closed(Collection<String> services) {
		return services.stream().filter((key) -> this.services.find(key).filter(this::takesNew).isEmpty()).toList();
	}

	/** Whether a box stands unticked where a browser asks by Global Privacy Control. */
	static boolean isUntickedByGpc(Purpose purpose, BoxMeaning meaning) {
		return meaning != BoxMeaning.DO_NOT_CONTACT && (purpose == Purpose.PERSONALIZE_CONTENT || purpose.isTracking());
	}

	/** Whether the reader refused of late what the page has a box for. */
	boolean isUnasked(ShownForm view, Purpose purpose) {
		return !this.refusals.asks(view.page(), view.say(), purpose);
	}

	/**
	 * Since when the reader refuses what a block asks, for the page that tells so instead
	 * of asking; null where it asks.
	 */
	@Nullable String refusedSince(ShownForm view, PageBlock block, Locale locale) {
		Purpose purpose = block.purpose().orElse(null);
		PublicFormBody.@Nullable Ticks ticks = view.ticks();
		if (purpose == null || (ticks != null && ticks.ticked().contains(purpose))) {
			return null;
		}
		return this.refusals.find(view.say(), purpose)
			.map((no) -> this.messages.say("public.refused", locale,
					this.messages.when(no.saidAt(), Objects.requireNonNull(view.recipient()).profile(), locale)))
			.orElse(null);
	}

	Optional<Service> find(String key) {
		return this.services.find(key);
	}

}
