package dev.sayso.profile;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

import dev.sayso.person.Details;
import dev.sayso.person.Profile;
import dev.sayso.shared.api.RefusedMember;

/**
 * A person as the API gives and takes them.
 */
@Schema(name = "Profile")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProfileDocument(
		@Schema(accessMode = Schema.AccessMode.READ_ONLY) @JsonDeserialize(using = ReadOnly.class) UUID id,
		@Nullable String externalId, @Nullable String firstName, @Nullable String lastName, @Nullable String email,
		@Schema(description = "E.164") @Nullable String mobile, @Schema(description = "E.164") @Nullable String phone,
		@Schema(description = "E.164") @Nullable String fax,
		@Schema(description = "Of the device that registered last.") @Nullable String pushToken,
		@Nullable PostalAddress postalAddress, @Schema(description = "ISO 3166-1 alpha-2") @Nullable String country,
		@Schema(description = "BCP 47") @Nullable String language,
		@Schema(description = "IANA") @Nullable String timeZone,
		@Schema(type = "string", format = "date") @Nullable String birthDate,
		@Schema(description = "Declared attributes by name",
				requiredMode = Schema.RequiredMode.NOT_REQUIRED) Map<String, Object> attributes,
		@Schema(accessMode = Schema.AccessMode.READ_ONLY) @JsonDeserialize(using = ReadOnly.class) Instant createdAt,
		@Schema(accessMode = Schema.AccessMode.READ_ONLY) @JsonDeserialize(using = ReadOnly.class) Instant updatedAt) {

	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	record PostalAddress(@Nullable String street, @Nullable String postalCode, @Nullable String city) {

	}

	/** What only the product sets. */
	static final class ReadOnly extends RefusedMember {

		ReadOnly() {
			super("is read-only");
		}

	}

	public static ProfileDocument of(Profile profile, Map<String, Object> attributes) {
		Details details = profile.details();
		boolean post = details.street() != null || details.postalCode() != null || details.city() != null;
		return new ProfileDocument(profile.id().id(), details.externalId(), details.firstName(), details.lastName(),
				details.email(), details.mobile(), details.phone(), details.fax(), details.pushToken(),
				post ? new PostalAddress(details.street(), details.postalCode(), details.city()) : null,
				details.country(), details.language(), details.timeZone(),
				(details.birthDate() != null) ? details.birthDate().toString() : null, attributes, profile.createdAt(),
				profile.updatedAt());
	}

}
