package dev.sayso.landing.form;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.suppression.AddressOwners;
import dev.sayso.landing.PageServices;
import dev.sayso.person.Details;
import dev.sayso.service.Service;
import dev.sayso.service.SubscriptionStatement;
import dev.sayso.shared.ProfileId;

/**
 * Finds whom it is about what a visitor sent: by the e-mail address or the mobile number
 * that they typed.
 */
@Component
public class Reconciliation {

	private final AddressOwners owners;

	private final PageServices services;

	Reconciliation(AddressOwners owners, PageServices services) {
		this.owners = owners;
		this.services = services;
	}

	/**
	 * Opt-ins that are asked of the same people.
	 *
	 * @param owners whom they are for, the oldest profile first; empty where they make
	 * one
	 * @param mailed whether a mail can confirm them
	 */
	public record Asked(List<Statement> optIns, List<SubscriptionStatement> services, List<ProfileId> owners,
			boolean mailed) {

		public boolean joins() {
			return this.owners.isEmpty();
		}

		private boolean isEmpty() {
			return this.optIns.isEmpty() && this.services.isEmpty();
		}

	}

	/** Who has any of the addresses in a form. */
	public List<ProfileId> owners(VisitorForm form) {
		return form.addresses().stream().flatMap((address) -> this.owners.find(address).stream()).distinct().toList();
	}

	/**
	 * What is asked of whom. Where a mail confirms it, an address answers for itself
	 * alone: what comes elsewhere is for whoever has the number, and no mail to an
	 * address typed beside it opens it; all else is for whoever has the e-mail address,
	 * since somebody found by their number alone would be told by the mail that does not
	 * come.
	 */
	public List<Asked> asked(VisitorForm form) {
		List<Statement> optIns = form.optIns();
		List<SubscriptionStatement> services = form.subscriptions(true);
		Stream<Asked> asked = Stream.of(new Asked(optIns, services, owners(form), false));
		if (isConfirmedByMail(form)) {
			List<ProfileId> byEmail = this.owners.find(Details.addresses(form.typed().email(), null));
			List<ProfileId> byNumber = this.owners.find(Details.addresses(null, form.typed().mobile()));
			asked = Stream.of(part(form, true, byEmail), part(form, false, byNumber.isEmpty() ? byEmail : byNumber));
		}
		return asked.filter((part) -> !part.isEmpty()).toList();
	}

	/** Whose form it is: of those an opt-in is for, where it asks for something. */
	public static List<ProfileId> about(List<Asked> asked, List<ProfileId> known) {
		return asked.isEmpty() ? known : asked.get(0).owners();
	}

	/**
	 * What of a form is noted at once of somebody new. Where a mail confirms it, that is
	 * not their number: whether others have it would show in what they then see of
	 * themselves.
	 */
	public Details details(VisitorForm form) {
		return isConfirmedByMail(form) ? form.typed().withoutMobile() : form.typed();
	}

	private Asked part(VisitorForm form, boolean mailed, List<ProfileId> owners) {
		return new Asked(form.optIns().stream().filter((optIn) -> form.isMailed(optIn.purpose()) == mailed).toList(),
				form.subscriptions(true).stream().filter((statement) -> isMailed(form, statement) == mailed).toList(),
				owners, mailed);
	}

	private boolean isMailed(VisitorForm form, SubscriptionStatement statement) {
		return this.services.find(statement.service())
			.filter((service) -> !form.isMailed(Purpose.marketing(service.channel())))
			.isEmpty();
	}

	private boolean isConfirmedByMail(VisitorForm form) {
		return form.typed().email() != null && (form.page().mails().confirm() || form.asked()
			.stream()
			.flatMap((service) -> this.services.find(service).stream())
			.anyMatch(Service::isConfirmed));
	}

}
