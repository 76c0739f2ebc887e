package dev.sayso.landing.visit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.visit.PublicFormView.Box;
import dev.sayso.landing.visit.PublicFormView.Field;
import dev.sayso.landing.visit.PublicFormView.Known;
import dev.sayso.person.Details;
import dev.sayso.shared.Ids;

/**
 * Shows a page with its form: what the person said already is ticked, what somebody typed
 * is kept, what is wrong stands beside it.
 */
@Component
public class PublicFormPage {

	private final PublicPageRenderer renderer;

	private final FormBoxes boxes;

	private final FormPieces pieces;

	private final LinkToken tokens;

	private final PublicMessages messages;

	private final Clock clock;

	PublicFormPage(PublicPageRenderer renderer, FormBoxes boxes, FormPieces pieces, LinkToken tokens,
			PublicMessages messages, Clock clock) {
		this.renderer = renderer;
		this.messages = messages;
		this.boxes = boxes;
		this.pieces = pieces;
		this.tokens = tokens;
		this.clock = clock;
	}

	/**
	 * What is shown.
	 *
	 * @param path where the page is
	 * @param recipient null where nobody is identified
	 * @param typed what was sent and could not be taken
	 * @param faults why not: message keys by field
	 * @param automatic whether the page may send its form by itself
	 */
	public record View(PublishedPage page, PageWording wording, String path, @Nullable LinkRecipient recipient,
			@Nullable PublicFormBody typed, Map<String, String> faults, boolean automatic, @Nullable String notice,
			PublicFormView.@Nullable RelatedLink related) {
	}

	public ResponseEntity<String> answer(HttpStatus status, View view) {
		ReaderPlaceholders placeholders = new ReaderPlaceholders();
		PublicFrameView frame = PublicFrameViews.of(view.page(), view.wording(), view.wording().title(), view.path(),
				view.automatic(), view.notice());
		PublicFormView form = form(view, frame.locale());
		return PublicResponse.page(status, frame,
				this.renderer.render("form", frame,
						Map.of("form", form.withPlaceholders(placeholders), "intro", view.wording().introHtml()),
						placeholders));
	}

	private PublicFormView form(View view, Locale locale) {
		List<Field> fields = PublicFormFields.of(view.page(), view.recipient(), view.typed(), view.faults(), locale);
		List<Box> boxes = this.boxes.of(view, locale);
		boolean collapsed = view.recipient() != null && fields.stream().allMatch((field) -> field.error() == null);
		return new PublicFormView(view.path() + "?lang=" + view.wording().language(), hidden(view), known(view),
				this.pieces.fields(fields, locale), collapsed,
				this.pieces.groups(boxes, view.wording().legend(), locale), button(view, locale), view.automatic(),
				view.recipient() == null, faults(view, fields, boxes), view.related());
	}

	private Map<String, String> hidden(View view) {
		Map<String, String> hidden = new LinkedHashMap<>();
		hidden.put("opening", Ids.next().toString());
		hidden.put("version", Integer.toString(view.page().version()));
		if (view.recipient() != null) {
			hidden.put("shown", ShownChoices.of(view.recipient().say(), view.page().boxes().keySet()).written());
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
	 * A form sent back keeps the moment it was first shown, so that mending it takes no
	 * longer.
	 */
	private String sealed(@Nullable PublicFormBody typed) {
		return Optional.ofNullable(typed)
			.map(PublicFormBody::sealed)
			.filter((sealed) -> this.tokens.time(sealed).isPresent())
			.orElseGet(() -> this.tokens.write(this.clock.instant().toEpochMilli()));
	}

	private static List<Known> known(View view) {
		List<Known> known = new ArrayList<>();
		if (view.recipient() != null) {
			var details = view.recipient().profile().details();
			if (details.email() != null) {
				known.add(new Known("public.known.email", AddressMask.email(details.email())));
			}
			if (details.mobile() != null) {
				known.add(new Known("public.known.mobile", AddressMask.phone(details.mobile())));
			}
		}
		return known;
	}

	private String button(View view, Locale locale) {
		String own = view.wording().button();
		return own.isBlank() ? this.messages.say(view.page().denylist() ? "public.stop" : "public.save", locale) : own;
	}

	private static List<PublicFormView.Fault> faults(View view, List<Field> fields, List<Box> boxes) {
		List<PublicFormView.Fault> faults = new ArrayList<>();
		Optional.ofNullable(view.faults().get(""))
			.ifPresent((code) -> faults.add(new PublicFormView.Fault(null, code)));
		fields.stream()
			.filter((field) -> field.error() != null)
			.forEach((field) -> faults.add(new PublicFormView.Fault("#" + field.id(), String.valueOf(field.error()))));
		boxes.stream()
			.filter((box) -> box.error() != null)
			.forEach((box) -> faults.add(new PublicFormView.Fault("#" + box.id(), String.valueOf(box.error()))));
		return faults;
	}

}
