package dev.sayso.offer.placement;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.offer.text.ContentField;
import dev.sayso.offer.text.ContentLayout;
import dev.sayso.offer.text.ContentType;
import dev.sayso.offer.text.FieldKind;
import dev.sayso.shared.page.ConsolePage;

@ConsolePage
@RequestMapping("/placements")
class PlacementController extends CatalogueController<Placement, PlacementForm> {

	private final StarterLayouts starters;

	private final PlacementLayouts layouts;

	PlacementController(Placements placements, AuditedChanges changes, CatalogueUsages usages, Clock clock,
			StarterLayouts starters, PlacementLayouts layouts) {
		super("placement", "frame", placements, changes, usages, clock);
		this.starters = starters;
		this.layouts = layouts;
	}

	@Override
	protected String editor() {
		return "offer/placement/placement";
	}

	@Override
	protected PlacementForm form(@Nullable Placement placement) {
		return (placement != null) ? PlacementForm.of(placement)
				: PlacementForm.blank(this.starters.get(ContentType.FIELDS));
	}

	@Override
	protected @Nullable ModelAndView redraw(PlacementForm form, @Nullable Placement placement, String act) {
		if (act.isEmpty()) {
			return null;
		}
		PlacementForm after = typed(form, placement).after(act);
		return page(after, placement, true, HttpStatus.OK)
			.addAllObjects(new BeanPropertyBindingResult(after, "form").getModel())
			.addObject("edited", true)
			.addObject("focus", after.focus(act));
	}

	@Override
	protected void check(PlacementForm form, @Nullable Placement placement, Errors errors) {
		ContentLayout layout = typed(form, placement).layout();
		if ((placement != null) ? placement.type() != ContentType.FIELDS : !form.hasFields()) {
			return;
		}
		this.layouts.faults(layout)
			.forEach((fault) -> errors.rejectValue(fault.field(), fault.code(), fault.args().toArray(), null));
		if (!errors.hasErrors() && !form.accepted() && this.layouts.impact(placement, layout).offers() > 0) {
			errors.rejectValue("fields", "placement.fault.impact");
		}
	}

	@Override
	protected Placement create(PlacementForm form, Instant now, String by) {
		return Placement
			.create(form.slug(), form.name(), form.description(), new Surface(form.surface()),
					ContentType.of(form.contentType()).orElseThrow(), form.shown(), now, by)
			.with(this.layouts.safe(form.layout()));
	}

	@Override
	protected Placement edit(Placement before, PlacementForm form, Instant now, String by) {
		return before.edit(form.name(), form.description(), form.shown(), now, by)
			.with(this.layouts.safe(typed(form, before).layout()));
	}

	@Override
	protected Map<String, ?> choices(PlacementForm form, @Nullable Placement placement, boolean open) {
		return Map.of("surfaces", Surface.all(), "types", ContentType.values(), "kinds", FieldKind.values(), "most",
				ContentLayout.MOST_FIELDS, "longest", ContentField.LONGEST, "impact",
				this.layouts.impact(placement, typed(form, placement).layout()));
	}

	/** What a placement shows was given once, whatever a form says. */
	private static PlacementForm typed(PlacementForm form, @Nullable Placement placement) {
		return (placement == null) ? form
				: new PlacementForm(form.version(), form.name(), form.slug(), form.items(), form.description(),
						placement.surface(), placement.contentType(), form.fields(), form.template(), form.accepted());
	}

}
