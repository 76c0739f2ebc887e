package dev.sayso.store;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;

@Configuration(proxyBeanMethods = false)
class JsonColumnConfiguration {

	@Bean
	JdbcCustomConversions jdbcCustomConversions(JdbcDialect dialect, List<JsonColumn> columns, JsonMapper json) {
		return JdbcCustomConversions.of(dialect,
				columns.stream().map((column) -> new JsonConverter(column.type(), json)).toList());
	}

	private record JsonConverter(Class<?> type, JsonMapper json) implements GenericConverter {

		@Override
		public Set<ConvertiblePair> getConvertibleTypes() {
			return Set.of(new ConvertiblePair(String.class, this.type), new ConvertiblePair(this.type, String.class));
		}

		@Override
		public Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
			return (to.getType() == String.class) ? this.json.writeValueAsString(source)
					: this.json.readValue((String) Objects.requireNonNull(source), this.type);
		}

	}

}
