package dev.sayso.contact.feed;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.sayso.account.token.ApiToken;
import dev.sayso.shared.Channel;
import dev.sayso.shared.api.ApiCursor;
import dev.sayso.shared.api.ProblemException;

/**
 * Changes of what people say, for systems that pull them.
 */
@RestController
@RequestMapping(path = "/api/v1/changes", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Changes", description = "Scope receivers.")
class ChangesApi {

	/** As next gives it; more digits than these no number of the store has. */
	private static final Pattern PLACE = Pattern.compile("[0-9]{1,18}");

	/** In seconds. */
	private static final int LONGEST_WAIT = 30;

	private final ChangeOrder order;

	private final SayChanges changes;

	private final FeedWatch watch;

	private final ApplicationEventPublisher events;

	ChangesApi(ChangeOrder order, SayChanges changes, FeedWatch watch, ApplicationEventPublisher events) {
		this.order = order;
		this.changes = changes;
		this.watch = watch;
		this.events = events;
	}

	/**
	 * @param next where to go on from, now or later
	 */
	@Schema(name = "SayChanges")
	record Page(List<SayChange.Item> items, String next) {

		static Page none(long place) {
			return new Page(List.of(), Long.toString(place));
		}

	}

	@GetMapping
	@Operation(operationId = "listChanges", summary = "Changes of what people say, in the order of becoming visible",
			description = "Complete: nothing ever appears before what was read. Somebody's no that counts for others through"
					+ " an address is told for each of them (because: shared), also when somebody gains or loses the"
					+ " address; a suppression for each who has it. What was told of somebody erased goes, but for the erasure itself.",
			responses = @ApiResponse(responseCode = "200", description = "Some, or none",
					content = @Content(mediaType = "application/json", schema = @Schema(implementation = Page.class))))
	Object list(
			@Parameter(description = "The next of the answer before; everything where it is left out.") @RequestParam(
					required = false) @Nullable String after,
			@RequestParam(defaultValue = "50") int limit,
			@Parameter(description = "What is about this channel, or about all.") @RequestParam(
					required = false) @Nullable String channel,
			@Parameter(description = "How many seconds to wait where there is nothing yet, up to 30.") @RequestParam(
					defaultValue = "0") int wait,
			Authentication caller) {
		int most = ApiCursor.limit(limit);
		long place = place(after);
		Set<Channel> channels = channels(channel);
		if (wait < 0 || wait > LONGEST_WAIT) {
			throw ProblemException.of(HttpStatus.BAD_REQUEST, "wait is a number of seconds from 0 to 30.");
		}
		ApiToken token = (ApiToken) caller.getPrincipal();
		this.order.catchUp();
		Page page = read(place, channels, most, token);
		if (wait == 0 || !page.items().isEmpty()) {
			return page;
		}
		return new WaitingReader(this.watch, Duration.ofSeconds(wait), place,
				(behind) -> read(behind, channels, most, token))
			.begin();
	}

	private Page read(long place, Set<Channel> channels, int most, ApiToken token) {
		List<SayChange> read = this.changes.after(place, channels, most);
		if (!read.isEmpty()) {
			this.events.publishEvent(new ChangesFetched(token.id(), read));
		}
		return read.isEmpty() ? Page.none(place)
				: new Page(read.stream().map(SayChange::item).toList(), Long.toString(read.get(read.size() - 1).seq()));
	}

	private static long place(@Nullable String after) {
		if (after == null) {
			return 0;
		}
		if (!PLACE.matcher(after).matches()) {
			throw ProblemException.of(HttpStatus.BAD_REQUEST, "after is none that was given as next.");
		}
		return Long.parseLong(after);
	}

	private static Set<Channel> channels(@Nullable String channel) {
		return (channel == null) ? Set.of() : Set.of(Channel.of(channel)
			.orElseThrow(() -> ProblemException.of(HttpStatus.BAD_REQUEST, "There is no channel of this name.")));
	}

}
