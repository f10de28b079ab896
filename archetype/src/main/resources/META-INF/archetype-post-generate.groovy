// Batch mode asks nobody and so passes validationRegex by: what it refuses is refused here.
def rules = [
    principal         : [/[0-9]{4}/, 'four digits, for a kommun its kommunkod'],
    organisationNumber: [/[0-9]{2}[2-9][0-9]{7}/, 'ten digits, the third of them 2 or more'],
    httpPort          : [/[0-9]{4,5}/, 'four or five digits'],
]
def refuse = { name, what ->
    def folder = new File(request.outputDirectory, request.artifactId)
    throw new IllegalArgumentException("${name} must be ${what}; delete ${folder} and generate it again.")
}
rules.each { name, rule ->
    if (!(request.properties.getProperty(name) ==~ rule[0])) {
        refuse(name, rule[1])
    }
}
def digits = request.properties.getProperty('organisationNumber').collect { it as int }
def sum = digits.withIndex().collect { digit, place -> place % 2 ? digit : digit * 2 }.sum { it > 9 ? it - 9 : it }
if (sum % 10 != 0) {
    refuse('organisationNumber', 'an organisation number, whose last digit checks the others')
}
