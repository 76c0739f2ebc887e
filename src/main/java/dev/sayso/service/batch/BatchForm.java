package dev.sayso.service.batch;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

import dev.sayso.profile.list.ProfileQuery;
import dev.sayso.service.batch.SubscriptionBatch.Act;
import dev.sayso.service.batch.SubscriptionBatch.Terms;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.page.Choices;

/**
 * What an operator types to subscribe or unsubscribe many.
 *
 * @param act {@code in} or {@code out}
 * @param id those ticked in the list of people
 * @param all whether all are meant that the query finds
 * @param audience the key of a group of people; empty where a file names them
 * @param kind what proves it, for all of them
 * @param reference where that can be found
 */
record BatchForm(@NotBlank(message = "{subscription.fault.service}") String service, String act,
		@Nullable List<String> id, boolean all, String query, String audience, @Nullable MultipartFile file,
		String frequency,
		@NotBlank(message = "{evidence.fault.evidence}") @Size(max = 2000,
				message = "{evidence.fault.long}") String kind,
		@Size(max = 500, message = "{evidence.fault.long}") String reference,
		@Size(max = 255, message = "{evidence.fault.long}") String reason) {

	private static final int MOST_TICKED = 1000;

	BatchForm {
		act = Choices.read(act, "in", "out");
	}

	/** Whether the people were chosen in the list before. */
	public boolean isChosen() {
		return this.all || !ids().isEmpty();
	}

	public List<String> ids() {
		return (this.id != null) ? this.id : List.of();
	}

	/** Those ticked: a page of the list at most. */
	List<ProfileId> ticked() {
		List<ProfileId> ticked = Choices.readAll(ids(), ProfileId::parse).stream().distinct().toList();
		Choices.check(ticked.size() <= MOST_TICKED);
		return ticked;
	}

	ProfileQuery parsed() {
		return ProfileQuery.parse((this.query != null) ? this.query : "");
	}

	Act asked() {
		return this.act.equals("out") ? Act.OUT : Act.IN;
	}

	Terms terms() {
		return new Terms(this.frequency.isEmpty() ? null : this.frequency, this.reason.isEmpty() ? null : this.reason,
				this.kind, this.reference);
	}

}
