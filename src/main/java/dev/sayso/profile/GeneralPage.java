package dev.sayso.profile;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.consent.card.ProfileCard;
import dev.sayso.consent.card.ProfilePageRenderer;
import dev.sayso.consent.status.SharedAddressNotes;
import dev.sayso.person.DetailsForms;
import dev.sayso.shared.ProfileId;

/**
 * The General tab with all its cards, also after a save that did not go through.
 */
@Component
class GeneralPage implements ProfilePageRenderer {

	private final ProfileFrame frame;

	private final DetailsForms details;

	private final SharedAddressNotes sharedAddresses;

	private final List<ProfileCard> cards;

	GeneralPage(ProfileFrame frame, DetailsForms details, SharedAddressNotes sharedAddresses, List<ProfileCard> cards) {
		this.frame = frame;
		this.details = details;
		this.sharedAddresses = sharedAddresses;
		this.cards = cards;
	}

	@Override
	public ModelAndView draw(ProfileId profile, Model model, HttpStatus status) {
		ProfileFrameView view = this.frame.view(profile, "");
		model.addAttribute("frame", view);
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", this.details.create(view.profile()));
		}
		model.addAttribute("sharedAddresses", this.sharedAddresses.describe(view.contactStatus()));
		ProfileCard.Context context = new ProfileCard.Context(view.profile(), view.contactStatus(),
				view.cells().stream().map(ProfileFrameView.Cell::verdict).toList());
		this.cards.forEach((card) -> card.fill(model, context));
		Map<Boolean, List<String>> templates = this.cards.stream()
			.collect(Collectors.partitioningBy(ProfileCard::beside,
					Collectors.mapping(ProfileCard::template, Collectors.toList())));
		model.addAttribute("beside", templates.get(true));
		model.addAttribute("below", templates.get(false));
		return new ModelAndView("profile/show", model.asMap(), status);
	}

}
