package dev.sayso.offer.placement;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.sayso.offer.placement.LayoutValidator.LayoutFault;
import dev.sayso.offer.text.ContentLayout;

/**
 * Takes the fields of placements in: what is wrong with them, what of them is kept, and
 * what a change does to the offers that fill them in.
 */
@Component
class PlacementLayouts {

	private final LayoutValidator validator;

	private final ObjectProvider<LayoutImpact.Outlook> outlook;

	PlacementLayouts(LayoutValidator validator, ObjectProvider<LayoutImpact.Outlook> outlook) {
		this.validator = validator;
		this.outlook = outlook;
	}

	List<LayoutFault> faults(ContentLayout layout) {
		return this.validator.faults(layout);
	}

	ContentLayout safe(ContentLayout layout) {
		return layout.equals(ContentLayout.NONE) ? layout : this.validator.safe(layout);
	}

	LayoutImpact impact(@Nullable Placement placement, ContentLayout changed) {
		if (placement == null || placement.layout().fields().equals(changed.fields())) {
			return LayoutImpact.NOTHING;
		}
		return this.outlook.stream()
			.findFirst()
			.map((known) -> known.foresee(placement.slug(), placement.layout(), changed))
			.orElse(LayoutImpact.NOTHING);
	}

}
