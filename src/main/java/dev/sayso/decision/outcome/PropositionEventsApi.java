package dev.sayso.decision.outcome;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.sayso.decision.CapCounter;
import dev.sayso.decision.LiveCatalogue;
import dev.sayso.decision.LiveOffer;
import dev.sayso.decision.LiveSnapshot;
import dev.sayso.offer.Cap;
import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.TimeFormat;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.ProblemException.Fault;

@RestController
@Tag(name = "Decisions")
class PropositionEventsApi {

	private static final int LONGEST_ID = 200;

	/** How long a proposition may take to come into the store, in milliseconds. */
	private static final long LATEST = 1_500;

	private static final long FIRST_LOOK = 50;

	private final OutcomeRecorder recorder;

	private final OutcomeRows rows;

	private final CapCounter caps;

	private final LiveCatalogue catalogue;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final TimeFormat times;

	PropositionEventsApi(OutcomeRecorder recorder, OutcomeRows rows, CapCounter caps, LiveCatalogue catalogue,
			TransactionTemplate transaction, Clock clock, TimeFormat times) {
		this.recorder = recorder;
		this.rows = rows;
		this.caps = caps;
		this.catalogue = catalogue;
		this.transaction = transaction;
		this.clock = clock;
		this.times = times;
	}

	@Schema(name = "PropositionEvent")
	record EventBody(@Schema(allowableValues = {
			"display", "click" }) @NotNull(message = "is missing") String type,
			@Schema(description = "Any text that tells this event from others of the proposition: told again, it is counted once.",
					maxLength = LONGEST_ID) @NotNull(message = "is missing") String id){

		List<Fault> faults() {
			List<Fault> faults = new ArrayList<>();
			if (this.type != null && !Set.of("display", "click").contains(this.type)) {
				faults.add(new Fault("/type", "is neither display nor click"));
			}
			if (this.id != null && (this.id.isBlank() || this.id.length() > LONGEST_ID || this.id.contains("\0"))) {
				faults.add(new Fault("/id", "is not a text of 1 to " + LONGEST_ID + " characters"));
			}
			return faults;
		}

	}

	@PostMapping(path = "/api/v1/propositions/{id}/events", consumes = MediaType.ALL_VALUE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "recordPropositionEvent",
			summary = "Tell that what was proposed was displayed, or clicked",
			description = "Of all that shows in it. Telling it again under the same id changes nothing.",
			responses = { @ApiResponse(responseCode = "204", description = "Noted"),
					@ApiResponse(responseCode = "404", description = "There is no such proposition, or not any more") },
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = "application/json",
							schema = @Schema(implementation = EventBody.class))))
	void tell(@PathVariable String id, HttpServletRequest request) {
		EventBody event = JsonBody.read(request, EventBody.class, EventBody::faults);
		UUID proposition = Ids.parse(id).orElseThrow(() -> new NotFoundException("proposition " + id));
		note(proposition, event.type().equals("click") ? Cap.Event.CLICK : Cap.Event.DISPLAY, event.id());
	}

	/** Takes note of it; once for each id by which it is told. */
	private void note(UUID proposition, Cap.Event event, String id) {
		StoredProposition stored = find(proposition);
		Instant now = this.clock.instant();
		LocalDate today = LocalDate.ofInstant(now, this.times.zone());
		List<LiveOffer> offers = offers(stored);
		boolean first = Boolean.TRUE.equals(this.transaction.execute((status) -> {
			boolean added = this.rows.add(proposition, id, event, now);
			if (added) {
				this.caps.count(offers, event, stored.profile(), today);
			}
			return added;
		}));
		if (first) {
			this.recorder.add(stored, event.key(), today);
		}
	}

	private List<LiveOffer> offers(StoredProposition stored) {
		LiveSnapshot live = this.catalogue.now();
		return stored.offers().stream().map((offer) -> live.offers().get(offer)).filter(Objects::nonNull).toList();
	}

	/**
	 * The proposition, in the store or on its way there: one that another instance
	 * answered a moment ago is waited for.
	 * @throws NotFoundException when there is none
	 */
	private StoredProposition find(UUID id) {
		Optional<StoredProposition> stored = look(id);
		long pause = FIRST_LOOK;
		for (long left = fresh(id); stored.isEmpty() && left > 0; left -= pause, pause *= 2) {
			LockSupport.parkNanos(Duration.ofMillis(Math.min(pause, left)).toNanos());
			stored = this.rows.find(id);
		}
		return stored.orElseThrow(() -> new NotFoundException("proposition " + id));
	}

	private Optional<StoredProposition> look(UUID id) {
		return this.recorder.waiting(id).or(() -> this.rows.find(id));
	}

	/**
	 * For how many milliseconds it may still come: those made a moment ago have it in
	 * their id (UUID version 7).
	 */
	private static long fresh(UUID id) {
		long age = System.currentTimeMillis() - (id.getMostSignificantBits() >>> 16);
		return (id.version() == 7 && Math.abs(age) <= LATEST) ? LATEST - Math.max(age, 0) : 0;
	}

}
