package dev.sayso.profile;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import dev.sayso.consent.ContactRule.Question;
import dev.sayso.shared.ProfileId;

/**
 * Gathers what the General tab shows, also where a save did not go through.
 */
@Component
class GeneralPage {

	private final ProfileFrame frame;

	private final DetailsForms details;

	private final DenyLists denyLists;

	private final ContactPanel panel;

	private final PurposeRows purposes;

	private final Twins twins;

	GeneralPage(ProfileFrame frame, DetailsForms details, DenyLists denyLists, ContactPanel panel, PurposeRows purposes,
			Twins twins) {
		this.frame = frame;
		this.details = details;
		this.denyLists = denyLists;
		this.panel = panel;
		this.purposes = purposes;
		this.twins = twins;
	}

	/**
	 * What is asked of the page.
	 *
	 * @param action what the sender wants to do, for the panel <em>May we contact?</em>
	 * @param denied a deny list that was not saved
	 * @param refused a choice that was not recorded
	 */
	record Asked(String action, DenyLists.@Nullable Attempt denied, PurposeRows.@Nullable Attempt refused) {

		static Asked plain(String action) {
			return new Asked(action.equals(Question.TRANSACTIONAL) ? action : "marketing", null, null);
		}

		static Asked denied(DenyLists.Attempt attempt) {
			return new Asked("marketing", attempt, null);
		}

		static Asked refused(PurposeRows.Attempt attempt) {
			return new Asked("marketing", null, attempt);
		}

	}

	void put(Model model, ProfileId profile, Asked asked) {
		FrameView view = this.frame.view(profile, "");
		model.addAttribute("frame", view);
		model.addAttribute("form", this.details.of(view.profile()));
		model.addAttribute("twins", this.twins.of(view.standing().twins()));
		model.addAttribute("deny", this.denyLists.of(view, asked.denied()));
		model.addAttribute("panel", this.panel.of(view, asked.action(), asked.refused()));
		model.addAttribute("purposes", this.purposes.of(view, asked.refused()));
	}

}
