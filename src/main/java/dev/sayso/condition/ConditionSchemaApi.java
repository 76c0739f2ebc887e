package dev.sayso.condition;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Audiences", description = "Scope audiences.")
class ConditionSchemaApi {

	@GetMapping(path = "/api/v1/condition.schema.json", produces = "application/schema+json")
	@Operation(summary = "The JSON Schema of a condition")
	Resource schema() {
		return new ClassPathResource("condition.schema.json");
	}

}
