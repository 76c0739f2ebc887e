package dev.sayso.landing.visit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Purpose;
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.form.PublicFormBody;
import dev.sayso.landing.form.TakenNoes;
import dev.sayso.landing.visit.PublicFormView.Known;
import dev.sayso.landing.visit.PublicPageRenderer.Piece;
import dev.sayso.person.AddressMask;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;

/**
 * Shows a page with its form: what the person said already is ticked, what somebody typed
 * is kept, what is wrong stands beside it.
 */
@Component
public class PublicFormPage {

	private final PublicPageRenderer renderer;

	private final PublicFormBlocks.Tools tools;

	private final LinkToken tokens;

	private final PublicMessages messages;

	private final Clock clock;

	PublicFormPage(PublicPageRenderer renderer, PublicFormFields fields, PublicFormBoxes boxes, LinkToken tokens,
			PublicMessages messages, Clock clock) {
		this.renderer = renderer;
		this.tools = new PublicFormBlocks.Tools(renderer, fields, boxes, messages);
		this.tokens = tokens;
		this.messages = messages;
		this.clock = clock;
	}

	public ResponseEntity<byte[]> answer(HttpStatus status, ShownForm view) {
		ReaderPlaceholders placeholders = new ReaderPlaceholders();
		PublicFrameView page = PublicFrameView.of(view.page(), view.wording(), view.wording().title(), view.path(),
				view.automatic(), view.notice());
		PublicFrameView frame = view.page().blocks().has(PageBlock.Type.CONTACT) ? page.withoutSender() : page;
		PublicFormBlocks.Drawn drawn = blocks(view, frame.locale()).draw();
		return PublicResponse.page(status, frame,
				this.renderer.render("form", frame, Map.of("form", form(view, drawn, frame.locale(), placeholders),
						"lead", placeholders.html(drawn.lead())), placeholders));
	}

	/**
	 * The form alone as plain HTML, for a website of somebody's own: it asks a visitor
	 * what the page asks, in the same words, and names the version that they are of.
	 * @param address what all that is ours begins with
	 * @param next where whoever sent it goes on there; null for to our result
	 */
	public String copy(PublishedPage page, PageWording wording, String address, @Nullable String next) {
		ShownForm view = new ShownForm(page, wording, address + "/p/" + page.slug(), null, null, false, null, null);
		Locale locale = Locale.forLanguageTag(wording.language());
		PublicFormBlocks.Drawn drawn = blocks(view, locale).draw();
		Map<String, Object> model = new HashMap<>();
		model.put("action", action(view));
		model.put("version", page.version());
		model.put("next", next);
		model.put("title", wording.title());
		model.put("lead", drawn.lead());
		model.put("content", drawn.content());
		model.put("sender", page.blocks().has(PageBlock.Type.CONTACT) ? null : wording.sender());
		model.put("stop", page.kind().stopsApart() ? blocks(view, locale).drawAddresses().content() : null);
		return this.renderer.render(new Piece("copy", locale, model), new ReaderPlaceholders())
			.replaceAll(" class=\"[^\"]*\"", "")
			.replaceAll("(src|href)=\"/(?!/)", "$1=\"" + Matcher.quoteReplacement(address) + "/")
			.replaceAll("(?m)^\\s+", "")
			.strip();
	}

	private PublicFormBlocks blocks(ShownForm view, Locale locale) {
		return new PublicFormBlocks(this.tools, view, buttons(view, locale), locale);
	}

	/** The form, with placeholders for what is the reader's own. */
	private PublicFormView form(ShownForm view, PublicFormBlocks.Drawn drawn, Locale locale,
			ReaderPlaceholders placeholders) {
		boolean apart = view.page().kind().stopsApart();
		Map<String, String> hidden = hidden(view);
		if (view.isDoubt() && view.stopsAll() && !apart) {
			hidden.put(PublicFormBody.ALL, "on");
		}
		hidden.replaceAll((name, value) -> placeholders.text(value));
		List<PublicFormView.Fault> faults = new ArrayList<>(drawn.faults());
		PublicFormView.Stop stop = apart ? stop(view, faults, locale, placeholders) : null;
		PublicFormView.RelatedLink related = view.related();
		return new PublicFormView(placeholders.text(action(view)), hidden, known(view, locale, placeholders),
				placeholders.html(drawn.content()), view.automatic(), !view.identified(), taken(view, locale),
				faults(view, faults, locale), (related != null)
						? new PublicFormView.RelatedLink(placeholders.text(related.href()), related.label()) : null,
				stop);
	}

	/** Where a form goes; a public link that names a service keeps it. */
	private static String action(ShownForm view) {
		boolean named = view.recipient() == null && view.page().kind().hasService();
		return view.path() + "?lang=" + view.wording().language() + (named ? "&service=" + view.page().service() : "");
	}

	/** The form that stops everything, last and for itself. */
	private PublicFormView.Stop stop(ShownForm view, List<PublicFormView.Fault> faults, Locale locale,
			ReaderPlaceholders placeholders) {
		Map<String, String> hidden = hidden(view);
		boolean again = view.isDoubt() && view.stopsAll();
		if (again) {
			hidden.put(PublicFormBody.ALL, "on");
		}
		hidden.replaceAll((name, value) -> placeholders.text(value));
		PublicFormBlocks.Drawn drawn = view.identified() ? null : blocks(view, locale).drawAddresses();
		if (drawn != null) {
			faults.addAll(drawn.faults());
		}
		return new PublicFormView.Stop(hidden, placeholders.html((drawn != null) ? drawn.content() : ""),
				again ? placeholders.text(this.tokens.writeAgain(this.clock.instant().toEpochMilli())) : null);
	}

	private Map<String, String> hidden(ShownForm view) {
		Map<String, String> hidden = new LinkedHashMap<>();
		hidden.put("opening", Ids.next().toString());
		hidden.put("version", Integer.toString(view.page().version()));
		if (view.recipient() != null) {
			hidden.put("shown",
					view.shown()
						.without((purpose) -> this.tools.boxes().isUnasked(view, purpose))
						.withPause(this.tools.boxes().paused(view))
						.written());
		}
		else {
			hidden.put("sealed", sealed(view.typed()));
		}
		if (view.automatic()) {
			hidden.put("automatic", "");
		}
		return hidden;
	}

	/**
	 * A form sent back keeps the moment it was first shown, so that fixing it takes no
	 * longer.
	 */
	private String sealed(@Nullable PublicFormBody typed) {
		return Optional.ofNullable(typed)
			.map(PublicFormBody::sealed)
			.filter((sealed) -> this.tokens.time(sealed).isPresent())
			.orElseGet(() -> this.tokens.write(this.clock.instant().toEpochMilli()));
	}

	private List<Known> known(ShownForm view, Locale locale, ReaderPlaceholders placeholders) {
		List<Known> known = new ArrayList<>();
		if (view.recipient() != null) {
			var details = view.recipient().profile().details();
			if (details.email() != null) {
				known.add(new Known(this.messages.say("public.known.email", locale),
						placeholders.text(AddressMask.email(details.email()))));
			}
			if (details.mobile() != null) {
				known.add(new Known(this.messages.say("public.known.mobile", locale),
						placeholders.text(AddressMask.phone(details.mobile()))));
			}
		}
		return known;
	}

	/**
	 * Saving comes first, so that the enter key saves, unless somebody stops everything;
	 * a form that seemed to come from a machine is sent now as it was by whoever says
	 * that they are none.
	 */
	private PublicFormView.Buttons buttons(ShownForm view, Locale locale) {
		String own = view.wording().button();
		boolean apart = view.page().kind().stopsApart();
		String save = own.isBlank() ? this.messages.say(view.page().kind().button(), locale) : own;
		boolean doubt = view.isDoubt() && !(apart && view.stopsAll());
		boolean useless = !view.page().kind().hasService() && view.page().offersStop() && !view.isDoubt()
				&& !this.tools.boxes().asksAnything(view);
		return new PublicFormView.Buttons(useless ? null : (doubt ? this.messages.say("public.now", locale) : save),
				doubt ? this.tokens.writeAgain(this.clock.instant().toEpochMilli()) : null,
				view.page().offersStop() && !apart, view.stopsAll() && !view.isDoubt() && !apart, view.automatic());
	}

	private @Nullable String taken(ShownForm view, Locale locale) {
		TakenNoes taken = (view.faulty() != null) ? view.faulty().taken() : TakenNoes.NOTHING;
		List<Purpose> noes = taken.purposes()
			.stream()
			.filter((purpose) -> purpose == Purpose.MARKETING_ANY || view.page().boxes().containsKey(purpose))
			.toList();
		String names = Stream
			.of(noes.stream().map((purpose) -> this.messages.name(purpose, locale)),
					taken.services()
						.stream()
						.map((key) -> this.messages.name(this.tools.boxes().find(key).orElse(null), locale)),
					Stream.ofNullable(taken.until()).map((until) -> this.messages.pause(until, locale)))
			.flatMap((said) -> said)
			.collect(Collectors.joining(", "));
		if (names.isEmpty()) {
			return null;
		}
		Set<Channel> reached = view.faulty().reached();
		String uncertain = (reached != null)
				? this.messages.uncertain(noes, taken.until(), reached, view.page(), view.wording()) : "";
		return (this.messages.say("public.taken", locale, names) + " " + uncertain).strip();
	}

	private List<PublicFormView.Fault> faults(ShownForm view, List<PublicFormView.Fault> drawn, Locale locale) {
		List<PublicFormView.Fault> faults = new ArrayList<>();
		String whole = view.faults().get("");
		if (whole != null) {
			long seconds = (view.faulty() != null) ? view.faulty().faults().seconds() : 0;
			faults.add(new PublicFormView.Fault(null, (seconds > 0)
					? this.messages.say(whole, locale, (seconds + 59) / 60) : this.messages.say(whole, locale)));
		}
		faults.addAll(drawn);
		if (faults.isEmpty()) {
			view.faults()
				.values()
				.stream()
				.distinct()
				.forEach((code) -> faults.add(new PublicFormView.Fault(null, this.messages.say(code, locale))));
		}
		return faults;
	}

}
