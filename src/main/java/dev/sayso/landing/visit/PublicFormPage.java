package dev.sayso.landing.visit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Purpose;
import dev.sayso.landing.AddressMask;
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.visit.PublicFormView.Box;
import dev.sayso.landing.visit.PublicFormView.Field;
import dev.sayso.landing.visit.PublicFormView.Known;
import dev.sayso.landing.visit.PublicPageRenderer.Piece;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;

/**
 * Shows a page with its form: what the person said already is ticked, what somebody typed
 * is kept, what is wrong stands beside it.
 */
@Component
public class PublicFormPage {

	private final PublicPageRenderer renderer;

	private final LinkToken tokens;

	private final PublicFormFields formFields;

	private final PublicMessages messages;

	private final Clock clock;

	PublicFormPage(PublicPageRenderer renderer, LinkToken tokens, PublicFormFields formFields, PublicMessages messages,
			Clock clock) {
		this.renderer = renderer;
		this.tokens = tokens;
		this.formFields = formFields;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * What is shown.
	 *
	 * @param recipient null where nobody is identified
	 * @param faulty what was sent and could not be taken; null where nothing was sent
	 * @param automatic whether the page may send its form by itself
	 */
	public record View(PublishedPage page, PageWording wording, String path, @Nullable LinkRecipient recipient,
			PageOpening.@Nullable Faulty faulty, boolean automatic, @Nullable String notice,
			PublicFormView.@Nullable RelatedLink related) {

		private @Nullable PublicFormBody typed() {
			return (this.faulty != null) ? this.faulty.typed() : null;
		}

		/** Message keys by field and box. */
		Map<String, String> faults() {
			return (this.faulty != null) ? this.faulty.faults().codes() : Map.of();
		}

		private boolean stopsAll() {
			return stops() && this.faulty != null && this.faulty.typed().ticks().all();
		}

		private boolean isDoubt() {
			return this.faulty != null && this.faulty.faults().isDoubt();
		}

		private boolean identified() {
			return this.recipient != null;
		}

		/** Whether there is something to stop besides what the boxes say. */
		private boolean stops() {
			return !this.page.denylist() && this.page.asksAboutContact();
		}

	}

	public ResponseEntity<byte[]> answer(HttpStatus status, View view) {
		ReaderPlaceholders placeholders = new ReaderPlaceholders();
		PublicFrameView frame = PublicFrameView.of(view.page(), view.wording(), view.wording().title(), view.path(),
				view.automatic(), view.notice());
		PublicFormView form = form(view, frame.locale(), placeholders);
		return PublicResponse.page(status, frame,
				this.renderer.render("form", frame, Map.of("form", form, "intro", intro(view)), placeholders));
	}

	private static String intro(View view) {
		return view.page()
			.blocks()
			.all()
			.stream()
			.filter((block) -> block.type() == PageBlock.Type.TEXT && block.readers().include(view.identified()))
			.map((block) -> view.wording().block(block).text(view.identified()).html())
			.collect(Collectors.joining());
	}

	private static String legend(View view) {
		return view.page()
			.blocks()
			.all()
			.stream()
			.filter((block) -> block.type() == PageBlock.Type.HEADING)
			.map((block) -> view.wording().block(block).text().label())
			.findFirst()
			.orElse("");
	}

	/** The form, with placeholders for what is the reader's own. */
	private PublicFormView form(View view, Locale locale, ReaderPlaceholders placeholders) {
		List<Field> fields = PublicFormFields.of(view.page(), view.recipient(), view.typed(), view.faults(), locale);
		List<Box> boxes = this.formFields.boxes(view, locale);
		boolean collapsed = view.identified() && fields.stream().allMatch((field) -> field.error() == null);
		Map<String, String> hidden = hidden(view);
		hidden.replaceAll((name, value) -> placeholders.text(value));
		PublicFormView.RelatedLink related = view.related();
		return new PublicFormView(placeholders.text(view.path() + "?lang=" + view.wording().language()), hidden,
				known(view, placeholders), fields.isEmpty() ? null : placeholders.html(renderFields(fields, locale)),
				collapsed, this.formFields.groups(boxes, legend(view), locale, placeholders),
				buttons(view, boxes, locale, placeholders), view.automatic(), !view.identified(), taken(view, locale),
				faults(view, fields, boxes, locale), (related != null)
						? new PublicFormView.RelatedLink(placeholders.text(related.href()), related.label()) : null);
	}

	/**
	 * Each field is rendered by itself: all of them together would look the same for few
	 * people.
	 */
	private String renderFields(List<Field> fields, Locale locale) {
		return fields.stream().map((field) -> {
			ReaderPlaceholders placeholders = new ReaderPlaceholders();
			return this.renderer.render(
					new Piece("_field", locale, Map.of("field", field.withPlaceholders(placeholders))), placeholders);
		}).collect(Collectors.joining());
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
		if (view.isDoubt() && view.stopsAll()) {
			hidden.put(PublicFormBody.ALL, "on");
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

	private static List<Known> known(View view, ReaderPlaceholders placeholders) {
		List<Known> known = new ArrayList<>();
		if (view.recipient() != null) {
			var details = view.recipient().profile().details();
			if (details.email() != null) {
				known.add(new Known("public.known.email", placeholders.text(AddressMask.email(details.email()))));
			}
			if (details.mobile() != null) {
				known.add(new Known("public.known.mobile", placeholders.text(AddressMask.phone(details.mobile()))));
			}
		}
		return known;
	}

	/**
	 * Saving comes first, so that the enter key saves, unless somebody stops everything;
	 * a form that seemed to come from a machine is sent now as it was by whoever says
	 * that they are none.
	 */
	private PublicFormView.Buttons buttons(View view, List<Box> boxes, Locale locale, ReaderPlaceholders placeholders) {
		String own = view.wording().button();
		String save = own.isBlank() ? this.messages.say(view.page().denylist() ? "public.stop" : "public.save", locale)
				: own;
		boolean useless = view.stops() && boxes.isEmpty() && !view.isDoubt();
		return new PublicFormView.Buttons(
				useless ? null : (view.isDoubt() ? this.messages.say("public.now", locale) : save),
				view.isDoubt() ? placeholders.text(this.tokens.writeAgain(this.clock.instant().toEpochMilli())) : null,
				view.stops(), view.stopsAll() && !view.isDoubt());
	}

	private @Nullable String taken(View view, Locale locale) {
		List<Purpose> noes = (view.faulty() == null) ? List.of()
				: view.faulty()
					.taken()
					.stream()
					.filter((purpose) -> purpose == Purpose.MARKETING_ANY || view.page().boxes().containsKey(purpose))
					.toList();
		if (noes.isEmpty()) {
			return null;
		}
		Set<Channel> reached = view.faulty().reached();
		String uncertain = (reached != null) ? this.messages.uncertain(noes, reached, view.page(), view.wording()) : "";
		return (this.messages.say("public.taken", locale, this.messages.names(noes, locale)) + " " + uncertain).strip();
	}

	private List<PublicFormView.Fault> faults(View view, List<Field> fields, List<Box> boxes, Locale locale) {
		List<PublicFormView.Fault> faults = new ArrayList<>();
		String whole = view.faults().get("");
		if (whole != null) {
			long seconds = (view.faulty() != null) ? view.faulty().faults().seconds() : 0;
			faults.add(new PublicFormView.Fault(null, (seconds > 0)
					? this.messages.say(whole, locale, (seconds + 59) / 60) : this.messages.say(whole, locale)));
		}
		fields.forEach(
				(field) -> fault(faults, field.id(), this.messages.say(field.label(), locale), field.error(), locale));
		boxes.forEach((box) -> fault(faults, box.id(), box.label(), box.error(), locale));
		if (faults.isEmpty()) {
			view.faults()
				.values()
				.stream()
				.distinct()
				.forEach((code) -> faults.add(new PublicFormView.Fault(null, this.messages.say(code, locale))));
		}
		return faults;
	}

	private void fault(List<PublicFormView.Fault> faults, String id, String name, @Nullable String code,
			Locale locale) {
		if (code != null) {
			faults.add(new PublicFormView.Fault("#" + id,
					this.messages.say("public.fault.of", locale, name, this.messages.say(code, locale))));
		}
	}

}
