package dev.sayso.condition;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Audiences", description = "Scope audiences.")
class ConditionSchemaApi {

	@GetMapping(path = "/api/v1/condition.schema.json", produces = "application/schema+json")
	@Operation(operationId = "readConditionSchema", summary = "The JSON Schema of a condition",
			responses = @ApiResponse(responseCode = "200", description = "A schema of draft 2020-12",
					content = @Content(mediaType = "application/schema+json", schema = @Schema(type = "object"))))
	@SecurityRequirements
	Resource schema() {
		return new ClassPathResource("condition.schema.json");
	}

}
