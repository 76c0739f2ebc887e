package dev.sayso.offer.placement;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.RequestMapping;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.offer.text.ContentType;
import dev.sayso.shared.Slug;
import dev.sayso.shared.page.ConsolePage;

@ConsolePage
@RequestMapping("/placements")
class PlacementController extends CatalogueController<Placement, PlacementController.Form> {

	PlacementController(Placements placements, AuditedChanges changes, CatalogueUsages usages, Clock clock) {
		super("placement", "frame", placements, changes, usages, clock);
	}

	/**
	 * A placement as it is typed.
	 *
	 * @param version the one that was shown
	 * @param slug given once, as are surface and content type
	 */
	record Form(int version,
			@NotBlank(message = "{catalogue.fault.name}") @Size(max = 200,
					message = "{catalogue.fault.name.long}") String name,
			String slug,
			@Pattern(regexp = "0{0,2}[1-9]|0?[1-9]\\d|100", message = "{placement.fault.items}") String items,
			@Size(max = 2000, message = "{description.fault}") String description, String surface,
			String contentType) implements CatalogueForm {

		static final Form BLANK = new Form(-1, "", "", "1", "", Surface.WEB.key(), ContentType.HTML.key());

		Form {
			slug = Slug.typed(slug, name, RESERVED);
		}

		static Form of(Placement placement) {
			return new Form(Objects.requireNonNullElse(placement.version(), 0), placement.name(), placement.slug(),
					String.valueOf(placement.items()), placement.description(), placement.surface(),
					placement.contentType());
		}

		@Override
		public void checkNew(Errors errors) {
			CatalogueForm.super.checkNew(errors);
			if (Surface.of(this.surface).isEmpty()) {
				errors.rejectValue("surface", "placement.fault.surface");
			}
			if (ContentType.of(this.contentType).isEmpty()) {
				errors.rejectValue("contentType", "placement.fault.contentType");
			}
		}

		int shown() {
			return Integer.parseInt(this.items);
		}

	}

	@Override
	protected Form form(@Nullable Placement placement) {
		return (placement != null) ? Form.of(placement) : Form.BLANK;
	}

	@Override
	protected Placement create(Form form, Instant now, String by) {
		return Placement.create(form.slug(), form.name(), form.description(), new Surface(form.surface()),
				ContentType.of(form.contentType()).orElseThrow(), form.shown(), now, by);
	}

	@Override
	protected Placement edit(Placement before, Form form, Instant now, String by) {
		return before.edit(form.name(), form.description(), form.shown(), now, by);
	}

	@Override
	protected Map<String, ?> choices(Form form, @Nullable Placement placement, boolean open) {
		return Map.of("surfaces", Surface.all(), "types", ContentType.values());
	}

}
